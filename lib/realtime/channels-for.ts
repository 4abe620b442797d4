import { and, eq } from 'drizzle-orm';
import type { MemberContext } from '../auth/viewer';
import { type AppClient, appClient } from '../db/client';
import { groupMembers, groups } from '../db/schema/platform';
import type { Channel } from './channel-name';

type Who = Pick<MemberContext, 'tenant' | 'db' | 'viewer' | 'support'>;

/**
 * The channels of a person at the tenant of the host: what their pages subscribe to, and what they
 * are allowed besides rooms and their own connection (S0.8, S0.15). Read from the database each time.
 * Who is no member of the tenant has only their own; somebody of support has none.
 */
export async function channelsFor(
  { tenant, db, viewer, support }: Who,
  client: AppClient = appClient(),
): Promise<Channel[]> {
  if (support) return [];
  const own: Channel = { kind: 'user', userId: viewer.userId };
  const { membership } = viewer;
  if (!membership) return [own];
  const [inTenant, across] = await Promise.all([
    db.read((tx) =>
      tx
        .select({ groupId: groups.id, epoch: groups.epoch })
        .from(groups)
        .innerJoin(
          groupMembers,
          and(eq(groupMembers.tenantId, groups.tenantId), eq(groupMembers.groupId, groups.id)),
        )
        .where(eq(groupMembers.membershipId, membership.id))
        .orderBy(groups.id),
    ),
    client.query((sql) => sql`select * from platform.list_own_public_groups(${viewer.sessionId})`),
  ]);
  return [
    own,
    { kind: 'org', tenantId: tenant.id },
    ...inTenant.map((group): Channel => ({ kind: 'group', ...group })),
    ...across.map(({ id, epoch }): Channel => ({ kind: 'public', groupId: id, epoch })),
  ];
}
