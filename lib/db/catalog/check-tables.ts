import { ownerRole, platformSchema } from '../roles';
import { asFaults, type CatalogCheck } from './catalog-fault';

/** Every table is in a class and every class is complete; all is owned by the owner role. */
export const checkTables: CatalogCheck = async (sql, classes) => {
  const { platform, internal, tenant, tenantSchemas } = classes;
  const rows = await sql`
    with expected as (
      select ${platformSchema} as schema, unnest(${[...platform, ...internal]}::text[]) as name
      union all
      select s, t from unnest(${tenantSchemas}::text[]) s, unnest(${tenant}::text[]) t
    ), relations as (
      select c.oid, n.nspname as schema, c.relname as name, c.relkind, c.relowner
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'f', 'v', 'm', 'S') and n.nspname !~ '^pg_'
        and n.nspname <> 'information_schema'
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    )
    select 'unknown-table' as kind, schema || '.' || name as object from relations r
    where relkind in ('r', 'p', 'f')
      and not exists (select from expected e where (e.schema, e.name) = (r.schema, r.name))
    union all
    select 'missing-table', schema || '.' || name from expected e
    where not exists (
      select from relations r
      where (e.schema, e.name) = (r.schema, r.name) and relkind in ('r', 'p'))
    union all
    select 'wrong-owner', schema || '.' || name from relations
    where relkind <> 'S' and pg_get_userbyid(relowner) <> ${ownerRole}
    union all
    select 'no-tenant-id', schema || '.' || name from relations r
    where schema = any (${tenantSchemas}::text[]) and name = any (${tenant}::text[])
      and not exists (
        select from pg_attribute a where a.attrelid = r.oid and a.attname = 'tenant_id'
          and a.atttypid = 'uuid'::regtype and a.attnotnull)`;
  return asFaults(rows);
};
