import type { Sql } from 'postgres';
import { TenantNotFound } from '../errors';
import { demoTenantsTag, tenantTag } from './cache-tags';

/**
 * Suspends or activates a tenant, with its event: cached pages of every host go with it.
 *
 * @param owner - signed in as the owner role; the application may not change a tenant's status.
 * @throws TenantNotFound when no tenant that is alive has the slug.
 */
export async function setTenantStatus(
  owner: Sql,
  slug: string,
  status: 'active' | 'suspended',
): Promise<void> {
  await owner.begin(async (sql) => {
    const [row] = await sql`
      update platform.tenants
      set status = ${status}, updated_at = now(),
        suspended_at = case when ${status} = 'suspended' then coalesce(suspended_at, now()) end
      where slug = ${slug} and status <> 'deleted' returning id`;
    if (!row) throw new TenantNotFound(`There is no tenant "${slug}".`);
    const type = status === 'suspended' ? 'tenant.suspended' : 'tenant.activated';
    await sql`
      insert into platform.events (tenant_id, type, subject_id, cache_tags)
      values (${row.id}, ${type}, ${row.id}, ${[tenantTag(row.id), demoTenantsTag]})`;
  });
}
