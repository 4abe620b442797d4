import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { emailOf } from '../world/add-people';
import type { WalkTenant } from '../world/tenants';
import type { Held } from './keyring';

/** A session of support that acts as a tenant's owner, begun by a superuser made for it. */
export interface HeldSupport extends Held {
  /** Of the access. */
  id: string;
}

/**
 * Opens one.
 *
 * @param sql - signed in as superuser of the database.
 */
export async function openSupport(
  sql: Sql,
  tenant: WalkTenant,
  { canWrite }: { canWrite: boolean },
): Promise<HeldSupport> {
  const [root] = await sql`
    with person as (
      insert into platform.users (email, name, is_superuser)
      values (${`${randomUUID()}@support.test`}, 'Support', true) returning id)
    insert into platform.sessions (user_id, expires_at)
    select id, now() + interval '1 hour' from person returning id, user_id`;
  if (canWrite) {
    await sql`
      insert into platform.support_grants (tenant_id, until, granted_by, granted_by_name)
      values (${tenant.id}, now() + interval '1 day', ${root?.user_id}, 'An owner')
      on conflict (tenant_id) do update set until = excluded.until`;
  }
  const [access] = await sql`
    insert into platform.support_sessions (tenant_id, superuser_id, superuser_name, user_id, user_name,
      began_in, reason, can_write, expires_at)
    select ${tenant.id}, ${root?.user_id}, 'Support', u.id, u.name,
      encode(sha256(convert_to(${root?.id}::text, 'UTF8')), 'hex'), 'A walk through the doors',
      ${canWrite}, now() + interval '30 minutes'
    from platform.users u where u.email = ${emailOf('owner', tenant)}
    returning id, user_id`;
  const [session] = await sql`
    insert into platform.sessions (user_id, tenant_id, expires_at, support_id)
    values (${access?.user_id}, ${tenant.id}, now() + interval '30 minutes', ${access?.id})
    returning id`;
  return {
    id: String(access?.id),
    userId: String(access?.user_id),
    sessionId: String(session?.id),
  };
}
