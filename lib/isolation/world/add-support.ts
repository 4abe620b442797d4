import type { Sql } from 'postgres';
import { emailOf, spareEmail } from './add-people';
import type { WalkTenant } from './tenants';

/**
 * An access of support that has ended, so that no sweep changes it in the middle of a walk, and a
 * grant: values that its checks want cannot be made up from types.
 *
 * @param sql - may write the platform's tables.
 */
export async function addSupport(sql: Sql, tenant: WalkTenant): Promise<void> {
  const { id, word } = tenant;
  await sql`
    insert into platform.support_sessions (tenant_id, superuser_id, superuser_name, user_id, user_name,
      began_in, reason, started_at, expires_at, ended_at, ended_how)
    select ${id}, s.id, ${`root of the ${word}`}, u.id, u.name, ${`planted-${word}`},
      ${`Planted for the ${word}`}, now() - interval '1 hour', now() - interval '45 minutes',
      now() - interval '45 minutes', 'time'
    from platform.users s, platform.users u
    where s.email = ${spareEmail(tenant, 4)} and u.email = ${emailOf('owner', tenant)}`;
  await sql`
    insert into platform.support_grants (tenant_id, until, granted_by, granted_by_name)
    select ${id}, now() + interval '1 day', u.id, u.name from platform.users u
    where u.email = ${emailOf('owner', tenant)}`;
}
