import { openOwnerClient } from '../../lib/db/owner-client';
import { type MadeSite, makeSite } from './make-site';
import type { SharedServer } from './test';

/** A site with more people and a group, for what is sent to them. */
export interface BroadcastSite extends MadeSite {
  group: { id: string; name: string };
  /** Names of those beside owner, editor and member, in the group. */
  crew: string[];
}

/** {@link makeSite} with four more members who are the group "Warehouse": seven people in all. */
export async function makeBroadcastSite(server: SharedServer): Promise<BroadcastSite> {
  const site = await makeSite(server, 1);
  const crew = ['Anna Able', 'Ben Baker', 'Carla Cole', 'Dan Dorn'];
  const sql = openOwnerClient(server.ownerUrl);
  try {
    const [group] = await sql`
      insert into platform.groups (tenant_id, name) values (${site.id}, 'Warehouse') returning id`;
    await sql`
      with people as (
        insert into platform.users (email, name, password_hash, email_verified_at)
        select lower(split_part(name, ' ', 1)) || ${`@${site.host}.example.com`}, name,
          (select password_hash from platform.users where email = 'ada@example.com'), now()
        from unnest(${crew}::text[]) name returning id),
      members as (
        insert into platform.memberships (tenant_id, user_id, role, is_staff)
        select ${site.id}, id, 'member', false from people returning id)
      insert into platform.group_members (tenant_id, group_id, membership_id)
      select ${site.id}, ${group?.id}, id from members`;
    return { ...site, crew, group: { id: String(group?.id), name: 'Warehouse' } };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Gives the site broadcasts that were sent a while ago, each seen by all but one and read by some. */
export async function plantSent(server: SharedServer, { id }: MadeSite, n: number): Promise<void> {
  const sql = openOwnerClient(server.ownerUrl);
  try {
    await sql`
      with sent as (
        insert into notifications (tenant_id, kind, title, body, audience, status, sender_name,
          created_at, sent_at, expected, recipients)
        select ${id}, 'broadcast', 'Words number ' || n, 'Said before.', '{"all": true}', 'sent',
          'Owner Person', now() - n * interval '3 days', now() - n * interval '3 days', 7, 7
        from generate_series(1, ${n}::int) n returning id),
      people as (
        select user_id, row_number() over (order by user_id) as at
        from platform.memberships where tenant_id = ${id})
      insert into notification_receipts (tenant_id, notification_id, user_id, position, seen_at, read_at)
      select ${id}, sent.id, people.user_id, row_number() over (partition by user_id order by sent.id),
        case when at > 1 then now() end, case when at > 3 then now() end
      from sent cross join people`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Gives the editor of a site a role of its own with these rights alone. */
export async function giveRights(
  server: SharedServer,
  { id, people }: MadeSite,
  rights: string[],
): Promise<void> {
  const sql = openOwnerClient(server.ownerUrl);
  try {
    const [role] = await sql`
      insert into platform.roles (tenant_id, name, permissions)
      values (${id}, 'Helper ' || md5(random()::text), ${['admin.enter', ...rights]}) returning id`;
    await sql`
      update platform.memberships set role = 'custom', role_id = ${role?.id}
      where tenant_id = ${id}
        and user_id = (select id from platform.users where email = ${people.editor})`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
