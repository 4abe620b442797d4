import { headers } from 'next/headers';
import { take, unlessTooMany } from '../../auth/abuse-limits';
import { clientAddress } from '../../auth/client-address';
import { issueTicket } from '../../auth/tickets/issue-ticket';
import type { Viewer } from '../../auth/viewer';
import type { HandOver } from './read-hand-over';

/**
 * Makes a ticket for whoever is signed in on the root host.
 *
 * @returns the address at the tenant that spends it, and says where to go should that fail; null for
 *   who asks too often, and signs in by the form, where the limits are others.
 */
export async function ticketAddress(
  viewer: Viewer,
  { entry, to, state, next }: HandOver,
): Promise<string | null> {
  if (!(await mayAsk(viewer, entry.tenant.id))) return null;
  const target = { realm: entry.tenant.id, address: to, state, next };
  const ticket = await issueTicket(viewer.sessionId, target);
  return ticket && `${to}/session/enter?${new URLSearchParams({ ticket, next })}`;
}

function mayAsk({ userId }: Viewer, tenantId: string): Promise<boolean> {
  return unlessTooMany(async () => {
    await take('ticket/address', clientAddress(await headers()));
    await take('ticket/account', userId);
    await take('ticket/tenant', tenantId);
  });
}
