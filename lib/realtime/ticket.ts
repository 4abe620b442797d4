import { findViewer } from '../auth/check-session';
import { newSecret, secretHash } from '../auth/secret';
import type { Viewer } from '../auth/viewer';
import { AppError } from '../errors';
import type { TenantContext, TenantInfo } from '../tenancy/tenant';
import { tenantContext } from '../tenancy/tenant-context';

const seconds = 60;
const space = 'realtime-ticket';

/**
 * Makes a ticket by which one connection of a program becomes a person's, at this tenant (S1.22): it
 * may stand in an address, being good once and for a minute (N17).
 *
 * @throws AppError forbidden for an API key, which is nobody's connection, and for support.
 */
export async function issueConnectionTicket(
  tenant: TenantInfo,
  { sessionId, apiKey, support }: Viewer,
): Promise<{ ticket: string; seconds: number }> {
  if (apiKey || support) {
    throw new AppError('forbidden', 'Connections are people’s: sign in with a password first.');
  }
  const ticket = newSecret();
  await tenantContext(tenant).state(space).set(secretHash(ticket), sessionId, { seconds });
  return { ticket, seconds };
}

/**
 * Spends a ticket.
 *
 * @returns whose it is, as the database says now.
 * @throws AppError not_signed_in for a ticket that is unknown here, used, too old, or of a session
 *   that has ended.
 */
export async function redeemConnectionTicket(ctx: TenantContext, ticket: string): Promise<Viewer> {
  const store = ctx.state(space);
  const key = secretHash(ticket);
  const sessionId = await store.get<string>(key);
  // Of two who come at once one takes it away.
  const isFirst = sessionId !== undefined && (await store.delete(key));
  const viewer = isFirst ? await findViewer(sessionId, ctx.tenant.id) : null;
  if (viewer) return viewer;
  throw new AppError('not_signed_in', 'This ticket is not good here, or not any more.');
}
