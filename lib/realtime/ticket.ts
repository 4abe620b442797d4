import { findViewer } from '../auth/check-session';
import { hasPermission, type Permission } from '../auth/permissions';
import { newSecret, secretHash } from '../auth/secret';
import type { MemberContext, Viewer } from '../auth/viewer';
import { AppError } from '../errors';
import type { TenantContext, TenantInfo } from '../tenancy/tenant';
import { tenantContext } from '../tenancy/tenant-context';
import { authorizeChannels, type ChannelToken } from './authorize-channels';
import { channelName } from './channel-name';
import { channelsFor } from './channels-for';

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
  { sessionId, userId, apiKey, support }: Viewer,
): Promise<{ ticket: string; seconds: number }> {
  if (apiKey || support) {
    throw new AppError('forbidden', 'Connections are people’s: sign in with a password first.');
  }
  const ticket = newSecret();
  const kept = { sessionId, userId };
  await tenantContext(tenant).state(space).set(secretHash(ticket), kept, { seconds });
  return { ticket, seconds };
}

/**
 * Spends a ticket for the subscriptions of a connection: what a program sends on, word for word.
 *
 * @throws AppError not_signed_in for a ticket that is unknown here, used, too old, or of a session
 *   that has ended; and as authorizeChannels.
 */
export async function redeemConnectionTicket(
  ctx: TenantContext,
  { ticket, socketId, requestId }: { ticket: string; socketId: string; requestId: string },
): Promise<{ channels: Record<string, ChannelToken> }> {
  const store = ctx.state(space);
  const key = secretHash(ticket);
  const kept = await store.get<{ sessionId: string }>(key);
  // Of two who come at once one takes it away.
  const isFirst = kept !== undefined && (await store.delete(key));
  const viewer = isFirst ? await findViewer(kept.sessionId, ctx.tenant.id) : null;
  if (!viewer)
    throw new AppError('not_signed_in', 'This ticket is not good here, or not any more.');
  const member: MemberContext = {
    ...ctx,
    ...{ viewer, requestId, support: null },
    actor: { id: viewer.userId, name: viewer.name },
    can: (permission: Permission) => hasPermission(viewer.membership, permission),
  };
  const names = (await channelsFor(member)).map(channelName);
  const tokens = await authorizeChannels(member, socketId, names);
  const given = Object.entries(tokens).filter(([, token]) => token !== null);
  return { channels: Object.fromEntries(given) as Record<string, ChannelToken> };
}
