import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { badAddressPath } from '../tenancy/platform-segments';

/**
 * Sends requests whose path cannot be decoded to a 400. Next decodes before any of our code runs and
 * answers 500 to them, which is neither true nor designed. Node announces each request on this
 * channel before its server sees it.
 */
export function refuseBadAddresses(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    if (!isDecodable(request.url ?? '/')) request.url = badAddressPath;
  });
}

/** True when every percent sign of the path begins a valid UTF-8 sequence. */
export function isDecodable(address: string): boolean {
  if (!address.includes('%')) return true;
  try {
    decodeURIComponent(address.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}
