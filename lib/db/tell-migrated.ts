import type { Sql } from 'postgres';

/**
 * Tells each living tenant of the shared schema, once, that its tables have been brought up to date
 * (N6): an event 'tenant.migrated' for all migrations since it was last told. Where none were
 * applied nothing is written. One that was cut short before is made up for.
 *
 * @param owner - signed in as the owner role.
 * @returns how many tenants were told.
 */
export async function tellMigrated(owner: Sql): Promise<number> {
  const [row] = await owner`
    with release as materialized (select platform.tenant_schema_version() as now), behind as (
      update platform.tenants t set schema_version = b.now
      from (
        select id, schema_version as before, release.now from platform.tenants, release
        where placement = 'row' and status <> 'deleted' and schema_version < release.now
        order by id for update of tenants
      ) b
      where t.id = b.id
      returning t.id, t.name, t.slug, b.before, b.now
    ), told as (
      insert into platform.events (tenant_id, type, subject_id, payload)
      select id, 'tenant.migrated', id, jsonb_build_object('resource', 'tenants', 'label', name,
        'slug', slug, 'version', now, 'changes', jsonb_build_object('version', jsonb_build_array(before, now)))
      from behind order by id
    )
    select count(*)::int as n from behind`;
  return row?.n ?? 0;
}
