import type { Query } from '@/lib/api/login-address';
import { wrongCredentials } from '@/lib/auth/verify-credentials';

/** What the page says about how somebody came here: from next-auth's endpoints, or from signing out. */
export function loginWords(query: Query): { error?: string; notice?: string } {
  if (query.error === 'CredentialsSignin') return { error: wrongCredentials };
  if (query.error === 'NoCookies') {
    return { error: 'Your browser keeps no cookies of this site. Allow them, then sign in.' };
  }
  if (query.error) return { error: 'Signing in did not work. Try again here.' };
  return query['signed-out'] ? { notice: 'You are signed out.' } : {};
}
