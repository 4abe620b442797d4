import { asFaults, type CatalogCheck } from './catalog-fault';

/**
 * Foreign keys of tenant tables are composite and stay among tenant tables. PostgreSQL checks them
 * without row security, so a plain one would let a row point at another tenant's (C19).
 */
export const checkForeignKeys: CatalogCheck = async (sql, { tenant, tenantSchemas }) => {
  const rows = await sql`
    with tenant_tables as (
      select c.oid, n.nspname as schema, a.attnum as tenant_no
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      left join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
      where n.nspname = any (${tenantSchemas}::text[]) and c.relname = any (${tenant}::text[])
    ), keys as (
      select k.*, k.conrelid::regclass::text || ' ' || k.conname as object,
        own.tenant_no as own_no, other.tenant_no as other_no,
        own.oid is not null as from_tenant, other.oid is not null as to_tenant,
        own.schema is distinct from other.schema as leaves_schema
      from pg_constraint k
      left join tenant_tables own on own.oid = k.conrelid
      left join tenant_tables other on other.oid = k.confrelid
      where k.contype = 'f'
    )
    select 'foreign-key-between-classes' as kind, object from keys
    where (from_tenant or to_tenant) and (from_tenant <> to_tenant or leaves_schema)
    union all
    select 'foreign-key-without-tenant', object from keys
    where from_tenant and to_tenant and not leaves_schema
      and (conkey[1] is distinct from own_no or confkey[1] is distinct from other_no)`;
  return asFaults(rows);
};
