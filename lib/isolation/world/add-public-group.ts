import type { Sql } from 'postgres';

/**
 * A group across tenants with two people, and what was said to it, which waits for both tenants. A
 * part of it has the id of the tenant that is to tell it, so that a walk can ask for another's.
 *
 * @param sql - signed in as superuser of the database.
 * @param tenants - ids.
 */
export async function addPublicGroup(sql: Sql, tenants: string[]): Promise<void> {
  const [group] = await sql`
    insert into platform.public_groups (name) values ('Walked group') returning id`;
  const [said] = await sql`
    insert into platform.public_broadcasts (group_id, title, request_key, placed_at)
    values (${group?.id}, 'Walked', gen_random_uuid(), now()) returning id`;
  for (const tenant of tenants) {
    const [owner] = await sql`select owner_id as id from platform.tenants where id = ${tenant}`;
    await sql`
      insert into platform.public_group_members (group_id, user_id)
      values (${group?.id}, ${owner?.id}) on conflict do nothing`;
    await sql`
      insert into platform.public_broadcast_people (broadcast_id, user_id, tenant_id, part)
      values (${said?.id}, ${owner?.id}, ${tenant}, ${tenant}) on conflict do nothing`;
  }
}
