import { asFaults, type CatalogCheck } from './catalog-fault';

/** A view reads with its owner's rights unless told otherwise; a materialised one has no row security. */
export const checkViews: CatalogCheck = async (sql) => {
  const rows = await sql`
    select case c.relkind when 'm' then 'materialised-view' else 'view-without-invoker' end as kind,
      n.nspname || '.' || c.relname as object
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('v', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
      and (c.relkind = 'm' or not coalesce(
        (select option_value::boolean from pg_options_to_table(c.reloptions)
          where option_name = 'security_invoker'), false))`;
  return asFaults(rows);
};
