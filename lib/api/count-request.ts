import { clientAddress } from '../auth/client-address';
import type { Viewer } from '../auth/viewer';
import { processRequestLimits, type Requester } from '../limits/request-limits';

/** Who is counted for a request: the person, or the address where nobody is signed in. */
export function requesterOf(
  headers: Headers,
  tenantId: string | null,
  viewer: Viewer | null,
): Requester {
  const subject = viewer ? `person ${viewer.userId}` : `address ${clientAddress(headers)}`;
  return { tenantId, subject };
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
