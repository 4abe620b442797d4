import { loginAddress } from '@/lib/api/login-address';

/** Where the second step of signing in is. */
export function codeAddress(next: string | undefined): string {
  return next ? `/login/code?next=${encodeURIComponent(next)}` : '/login/code';
}

/** Back to the first step, with what happened to the second. */
export function overAddress(why: 'late' | 'tries', next: string | undefined): string {
  const address = loginAddress(next || '/');
  return `${address}${address.includes('?') ? '&' : '?'}over=${why}`;
}
