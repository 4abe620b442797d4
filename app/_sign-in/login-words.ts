import type { Query } from '@/lib/api/login-address';
import { wrongCredentials } from '@/lib/auth/verify-credentials';
import { providerWords } from './provider-words';

/** What the page says about how somebody came here: from next-auth's endpoints, or from signing out. */
export function loginWords(query: Query): { error?: string; notice?: string } {
  if (query.over === 'late')
    return { error: 'That took too long, or was used already. Start again.' };
  if (query.over === 'tries') return { error: 'Too many codes were wrong. Start again.' };
  if (query.error === 'CredentialsSignin') return { error: wrongCredentials };
  if (query.error === 'CodeRequired') {
    return { error: 'This account asks for a code as well. Sign in here.' };
  }
  if (query.error === 'NoCookies') {
    return { error: 'Your browser keeps no cookies of this site. Allow them, then sign in.' };
  }
  const fault = providerWords(query.error, query.with);
  if (fault) return { error: fault };
  if (query.error === 'TooOften') {
    return { error: 'You came here too often. Wait a minute, or sign in with your password.' };
  }
  if (query.error) return { error: 'Signing in did not work. Try again here.' };
  const known = Object.keys(notices).find((name) => query[name]);
  return known ? { notice: notices[known] } : {};
}

const notices: Record<string, string> = {
  'signed-out': 'You are signed out.',
  reset: 'Your password is changed. Sign in with the new one.',
  confirmed: 'Your email is confirmed. Sign in with the password you have.',
  made: 'Your site is made. Sign in with the password you have.',
};
