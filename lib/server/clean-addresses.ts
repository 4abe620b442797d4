import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { isProduction } from '../env';
import { badAddressPath, readsQuery } from '../tenancy/platform-segments';

/**
 * Cleans the address of each request before Next sees it; Node announces requests on this channel
 * first. Two things cannot be mended later: Next decodes the path before any of our code runs and
 * answers 500 when it cannot, and it writes the query of whoever came first into a cached page,
 * from where everyone after would get it.
 */
export function cleanAddresses(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    // The development server asks itself questions by query, and caches no pages.
    if (isProduction()) request.url = cleanAddress(request.url ?? '/');
  });
}

/**
 * Gives the address to go on with: the 400 page for one that cannot be decoded, and no query where
 * none is read, but for the one that Next's own router sends.
 */
export function cleanAddress(address: string): string {
  const at = address.indexOf('?');
  const path = at < 0 ? address : address.slice(0, at);
  if (!isDecodable(path)) return badAddressPath;
  if (at < 0 || path.startsWith('/_next/') || readsQuery(path)) return address;
  const routerHash = new URLSearchParams(address.slice(at)).get('_rsc');
  return routerHash === null ? path : `${path}?_rsc=${encodeURIComponent(routerHash)}`;
}

/** True when every percent sign of the path begins a valid UTF-8 sequence. */
function isDecodable(path: string): boolean {
  if (!path.includes('%')) return true;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
