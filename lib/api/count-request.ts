import { clientAddress } from '../auth/client-address';
import type { Viewer } from '../auth/viewer';
import { processRequestLimits, type Requester } from '../limits/request-limits';

/**
 * Who is counted for a request: the person, or the address where nobody is signed in. Each API key
 * is counted by itself, so that a program that runs wild does not lock its maker out.
 */
export function requesterOf(
  headers: Headers,
  tenantId: string | null,
  viewer: Viewer | null,
): Requester {
  return { tenantId, subject: subjectOf(headers, viewer) };
}

function subjectOf(headers: Headers, viewer: Viewer | null): string {
  if (viewer?.apiKey) return `api key ${viewer.apiKey.id}`;
  return viewer ? `person ${viewer.userId}` : `address ${clientAddress(headers)}`;
}

/**
 * Counts a request against the limits of the person and the tenant. Doors of what is worked out for
 * each request call it; public pages do not: they come from a cache, whose hits cost next to nothing,
 * and a limit would take a session or an address into what is the same for everybody.
 *
 * @throws TooManyRequests
 */
export async function countRequest(
  headers: Headers,
  tenantId: string | null,
  viewer: Viewer | null,
): Promise<void> {
  await processRequestLimits().take(requesterOf(headers, tenantId, viewer));
}
