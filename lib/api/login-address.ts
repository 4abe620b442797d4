import { withoutBasePath } from '../base-path';
import { env } from '../env';
import { requestedHost } from '../tenancy/host';
import { requestFacts } from './request-facts';

/** A page's query. */
export type Query = Record<string, string | string[] | undefined>;

/** Where people sign in, and from where they come back to what they wanted. */
export function loginAddress(path: string): string {
  return path === '/' ? '/login' : `/login?next=${encodeURIComponent(path)}`;
}

/**
 * What somebody wanted before they were sent to sign in: our own `next`, or next-auth's
 * `callbackUrl` where it is of this host. Still what anybody may have written: see nextPath.
 */
export async function askedPath({ next, callbackUrl }: Query): Promise<string> {
  if (typeof next === 'string') return next;
  if (typeof callbackUrl !== 'string' || !URL.canParse(callbackUrl)) return '';
  const { headers, basePath } = await requestFacts();
  const { host, pathname, search } = new URL(callbackUrl);
  if (host !== requestedHost(headers, env().TRUST_PROXY)) return '';
  return withoutBasePath(pathname, basePath) + search;
}
