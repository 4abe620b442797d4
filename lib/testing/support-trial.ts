import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { memberContext } from '../api/member-context';
import { findViewer } from '../auth/check-session';
import { newSecret, secretHash } from '../auth/secret';
import { beginSupport, type SupportPlan } from '../auth/support/begin-support';
import { issueSupportTicket } from '../auth/support/issue-support-ticket';
import { redeemTicket } from '../auth/tickets/redeem-ticket';
import type { MemberContext } from '../auth/viewer';
import type { AppClient } from '../db/client';
import { getTenant } from '../tenancy/get-tenant';
import { tenantContext } from '../tenancy/tenant-context';

interface World {
  owner: Sql;
  client: AppClient;
}

/** A superuser of the platform with a session on the root host. */
export interface Superuser {
  id: string;
  session: string;
}

/** Makes one, called Root. */
export async function makeSuperuser({ owner }: Pick<World, 'owner'>): Promise<Superuser> {
  const [person] = await owner`
    insert into platform.users (email, name, is_superuser)
    values (${`root-${randomUUID()}@support.test`}, 'Root', true) returning id`;
  const id = String(person?.id);
  const [row] = await owner`
    insert into platform.sessions (user_id, expires_at)
    values (${id}, now() + interval '1 hour') returning id`;
  return { id, session: String(row?.id) };
}

export const supportState = newSecret();

/** What a plan is made of, unless told otherwise. */
export function supportPlan(tenantId: string, userId: string, more: Partial<SupportPlan> = {}) {
  const reason = 'Ticket 4711: the feed is empty';
  return { tenantId, userId, reason, minutes: 15, canWrite: false, ...more };
}

/** Enters the tenant by a ticket, as the browser of the superuser does. */
export async function enterSupport(
  { client }: World,
  { session }: Superuser,
  { supportId, tenantId }: { supportId: string; tenantId: string },
): Promise<string> {
  const address = `http://${tenantId}`;
  const place = { tenantId, address, state: secretHash(supportState) };
  const ticket = await issueSupportTicket(session, supportId, place, client);
  const here = { realm: tenantId, address, state: supportState, replaced: null };
  const from = { userAgent: 'a test', clientAddress: '127.0.0.1', requestId: 'support-request' };
  const found = ticket && (await redeemTicket(ticket, { ...here, ...from }, client));
  if (!found) throw new Error('This access lets nobody in.');
  return found.sessionId;
}

/** What a door gives somebody of support at this moment. */
export async function supportContext(
  { client }: World,
  tenantId: string,
  sessionId: string,
): Promise<MemberContext> {
  const viewer = await findViewer(sessionId, tenantId, client);
  if (!viewer) throw new Error('Nobody is signed in with this session.');
  const ctx = tenantContext(await getTenant(tenantId, client), { client });
  return memberContext(ctx, viewer, 'support-request');
}

/** Begins and enters: the way from the console to the tenant's host. */
export async function actAs(
  world: World,
  superuser: Superuser,
  plan: SupportPlan,
): Promise<{ id: string; session: string; ctx: MemberContext }> {
  const { tenantId } = plan;
  const id = await beginSupport(superuser.session, plan, 'begin-request', world.client);
  const session = await enterSupport(world, superuser, { supportId: id, tenantId });
  return { id, session, ctx: await supportContext(world, tenantId, session) };
}

/** Grants changes, as an owner does. */
export async function grantChanges({ owner }: World, tenantId: string): Promise<void> {
  await owner`
    insert into platform.support_grants (tenant_id, until, granted_by, granted_by_name)
    values (${tenantId}, now() + interval '1 day', gen_random_uuid(), 'Olga')
    on conflict (tenant_id) do update set until = excluded.until`;
}
