import { env } from '../env';
import { AppError } from '../errors';
import { requestedHost } from '../tenancy/host';

/**
 * Tells whether a request comes from a page of the very host it is made to. Another tenant's page is
 * another origin, on a sibling subdomain too, where SameSite cookies travel along.
 */
export function isSameOrigin(headers: Headers): boolean {
  const origin = headers.get('origin');
  if (origin === null) return headers.get('sec-fetch-site') === 'same-origin';
  const host = requestedHost(headers, env().TRUST_PROXY);
  if (!host || !/^https?:\/\//.test(origin) || !URL.canParse(origin)) return false;
  const { protocol, host: from } = new URL(origin);
  return URL.canParse(`${protocol}//${host}`) && new URL(`${protocol}//${host}`).host === from;
}

/**
 * Refuses what another site made the browser send with the person's cookies (CSRF).
 *
 * @throws AppError forbidden
 */
export function requireSameOrigin(headers: Headers): void {
  if (!isSameOrigin(headers)) {
    throw new AppError('forbidden', 'This request did not come from a page of this site.');
  }
}
