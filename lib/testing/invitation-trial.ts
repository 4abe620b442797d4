import { inviteOne } from '../admin/invitations/invite-one';
import type { Wish } from '../admin/invitations/wish';
import { makeLinkToken } from '../auth/links/link-token';
import type { MemberContext, VisitorContext } from '../auth/viewer';
import type { TestWorld } from './tenant-test/test-world';

/** Invites somebody for a week; gives the token of the mail. */
export async function invite(
  world: TestWorld,
  ctx: MemberContext,
  email: string,
  { role = 'editor', groups = [] }: Partial<Wish> = {},
): Promise<string> {
  await inviteOne(ctx, { email, role, groups }, { days: 7, message: '' });
  return makeLinkToken('invite', await waitingId(world, ctx.tenant.id, email));
}

/** The invitation that waits for an address. */
export async function waitingId(world: TestWorld, tenantId: string, email: string) {
  const [row] = await world.owner`
    select id from platform.invitations
    where tenant_id = ${tenantId} and email = ${email} and accepted_at is null and revoked_at is null`;
  return String(row?.id);
}

/** The same tenant for who is not signed in, and for somebody else. */
export function visitorOf(ctx: MemberContext, viewer: VisitorContext['viewer'] = null) {
  return { ...ctx, viewer } as VisitorContext;
}

/** Forgets what was sent when, as if a day had passed. */
export async function aDayLater({ owner }: TestWorld): Promise<void> {
  await owner`update platform.invitations set sent_at = sent_at - interval '2 days'`;
}

/** Types of the events of a tenant's invitations and members since they were made. */
export async function toldOf({ owner }: TestWorld, tenantId: string): Promise<string[]> {
  const rows = await owner`
    select type from platform.events
    where tenant_id = ${tenantId} and type like 'invitation.%' order by id`;
  return rows.map(({ type }) => type);
}
