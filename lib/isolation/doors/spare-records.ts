import type { Sql } from 'postgres';
import { adminResources } from '../../admin/registry';
import { broadcastRecords } from './broadcast-records';
import type { DoorWorld } from './door-world';
import { type Records, readRecords } from './read-records';

/**
 * Gives both tenants a key, an invitation and a broadcast that are still good, whatever other walks have ended,
 * and reads all records anew.
 *
 * @param sql - signed in as superuser.
 */
export async function withSpares(world: DoorWorld, sql: Sql): Promise<DoorWorld> {
  const { acme, globex } = world.sites;
  for (const { id } of [acme, globex]) await plant(sql, id);
  const records = {
    ...world.records,
    acme: await recordsOf(sql, acme.id),
    globex: await recordsOf(sql, globex.id),
  };
  return { ...world, records };
}

async function recordsOf(sql: Sql, tenantId: string): Promise<Records> {
  return {
    ...(await readRecords(sql, adminResources, tenantId)),
    ...(await broadcastRecords(sql, tenantId)),
  };
}

async function plant(sql: Sql, tenantId: string): Promise<void> {
  const [owner] = await sql`
    select user_id as id from platform.memberships
    where tenant_id = ${tenantId} and role = 'owner' and deactivated_at is null limit 1`;
  await sql`
    insert into platform.api_keys (tenant_id, name, prefix, secret_hash, created_by, scopes)
    values (${tenantId}, 'spare key', left(md5(random()::text), 8), md5(random()::text), ${owner?.id},
      '{posts.read}')`;
  await sql`
    insert into platform.invitations (tenant_id, email, role, invited_by, expires_at)
    values (${tenantId}, 'spare-' || md5(random()::text) || '@walked.test', 'member', ${owner?.id},
      now() + interval '1 day')`;
}
