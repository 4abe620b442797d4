import type { Sql } from 'postgres';
import { type Channel, type ChannelKind, channelName } from '../../realtime/channel-name';
import { adminRoom } from '../../realtime/room-rights';
import { emailOf } from '../world/add-people';
import type { WalkTenant } from '../world/tenants';

/** A connection that the walk pretends to have, and one of somebody else. */
export const ownSocket = '4711.1';
export const otherSocket = '4711.2';

/** The names of a tenant's owner there, by kind. */
export type OwnNames = Record<ChannelKind, string[]>;

/** Puts a tenant's owner into a group of it and one across tenants, and gives all names of theirs. */
export async function plantChannels(sql: Sql, tenant: WalkTenant): Promise<OwnNames> {
  const email = emailOf('owner', tenant);
  const [owner] = await sql`
    select id, user_id from platform.memberships where tenant_id = ${tenant.id} and email = ${email}`;
  const [group] = await sql`
    insert into platform.groups (tenant_id, name) values (${tenant.id}, 'Heard in the walk')
    on conflict (tenant_id, lower(name)) do update set name = excluded.name returning id`;
  await sql`
    insert into platform.group_members (tenant_id, group_id, membership_id)
    values (${tenant.id}, ${group?.id}, ${owner?.id}) on conflict do nothing`;
  const [across] = await sql`
    insert into platform.public_groups (name) values (${`Heard by ${tenant.slug}`})
    on conflict (lower(name)) do update set name = excluded.name returning id`;
  await sql`
    insert into platform.public_group_members (group_id, user_id)
    values (${across?.id}, ${owner?.user_id}) on conflict do nothing`;
  const [epochs] = await sql`
    select (select epoch from platform.groups where tenant_id = ${tenant.id} and id = ${group?.id}) as own,
      (select epoch from platform.public_groups where id = ${across?.id}) as across`;
  const names = (...channels: Channel[]) => channels.map(channelName);
  const inTenant = { kind: 'presence', tenantId: tenant.id } as const;
  return {
    user: names({ kind: 'user', userId: owner?.user_id }),
    org: names({ kind: 'org', tenantId: tenant.id }),
    group: names({ kind: 'group', groupId: group?.id, epoch: epochs?.own }),
    public: names({ kind: 'public', groupId: across?.id, epoch: epochs?.across }),
    presence: names(
      { ...inTenant, room: null },
      { ...inTenant, room: 'document:123' },
      { ...inTenant, room: `${adminRoom}all` },
    ),
    conn: names({ kind: 'conn', socketId: ownSocket }),
  };
}
