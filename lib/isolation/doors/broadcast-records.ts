import type { Sql } from 'postgres';
import type { Resource } from '../../resources/resource';
import type { WalkRecord } from './read-records';

/** Broadcasts are no resource of the registry, and yet pages and operations name their records. */
export const broadcasts = { name: 'notifications', fields: {}, form: [] } as unknown as Resource;

/** Plants a broadcast of a tenant's owner that waits for tomorrow; nothing will send it. */
export async function plantBroadcast(sql: Sql, tenantId: string): Promise<string> {
  const [row] = await sql`
    insert into pool.notifications
      (tenant_id, kind, title, audience, status, sender_id, scheduled_for)
    select ${tenantId}, 'broadcast', 'spare ' || md5(random()::text), '{"all": true}', 'scheduled',
      (select user_id from platform.memberships
        where tenant_id = ${tenantId} and role = 'owner' and deactivated_at is null limit 1),
      now() + interval '1 day'
    returning id`;
  return String(row?.id);
}

/** Reads a tenant's, one that waits among them. */
export async function broadcastRecords(
  sql: Sql,
  tenantId: string,
): Promise<{ notifications: WalkRecord[] }> {
  await plantBroadcast(sql, tenantId);
  const rows = await sql`
    select id::text, title as label, null as version, false as "isTrashed"
    from pool.notifications where tenant_id = ${tenantId} order by id limit 60`;
  return { notifications: [...rows] as unknown as WalkRecord[] };
}
