import { asFaults, type CatalogCheck } from './catalog-fault';

// The types whose comparisons PostgreSQL trusts not to tell what they saw. With any other a policy
// keeps the index from being used (its operators are not leakproof).
const safeTypes = [
  'uuid',
  'int2',
  'int4',
  'int8',
  'text',
  'bool',
  'date',
  'timestamp',
  'timestamptz',
];

/** Indexes and keys of tenant tables lead with the tenant and hold nothing that a policy disables. */
export const checkIndexes: CatalogCheck = async (sql, classes) => {
  const { tenant, tenantSchemas, functionIndexes } = classes;
  const rows = await sql`
    with indexes as (
      select i.*, n.nspname || '.' || t.relname || ' ' || x.relname as object, a.attnum as tenant_no
      from pg_index i
      join pg_class t on t.oid = i.indrelid
      join pg_class x on x.oid = i.indexrelid
      join pg_namespace n on n.oid = t.relnamespace
      left join pg_attribute a on a.attrelid = t.oid and a.attname = 'tenant_id'
      where n.nspname = any (${tenantSchemas}::text[]) and t.relname = any (${tenant}::text[])
        and x.relname <> all (${functionIndexes}::text[])
    ), columns as (
      select object, k.number, i.indclass[k.position - 1] as opclass
      from indexes i, unnest(i.indkey::int2[]) with ordinality k(number, position)
      where k.position <= i.indnkeyatts
    )
    select case when indisunique or indisexclusion
      then 'key-without-tenant' else 'index-without-tenant' end as kind, object
    from indexes where indkey[0] is distinct from tenant_no
    union all
    select distinct 'expression-index', object from columns where number = 0
    union all
    select distinct 'index-not-leakproof', object
    from columns join pg_opclass o on o.oid = opclass join pg_type t on t.oid = o.opcintype
    where number <> 0 and (t.typname <> all (${safeTypes}) or exists (
      select from pg_amop m join pg_operator p on p.oid = m.amopopr join pg_proc f on f.oid = p.oprcode
      where m.amopfamily = o.opcfamily and m.amoplefttype = o.opcintype
        and m.amoprighttype = o.opcintype and not f.proleakproof))`;
  return asFaults(rows);
};
