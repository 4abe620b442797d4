import { ownerRole, searchRole } from '../roles';
import { asFaults, type CatalogCheck } from './catalog-fault';

/**
 * Functions with the rights of their owner go round row security on purpose. Each needs a fixed
 * search_path, or its caller could slip other tables under its names, and a chosen audience.
 */
export const checkFunctions: CatalogCheck = async (sql) => {
  const rows = await sql`
    with definers as (
      select f.*, f.oid::regprocedure::text as object
      from pg_proc f join pg_namespace n on n.oid = f.pronamespace
      where f.prosecdef and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
        and not exists (select from pg_depend d where d.objid = f.oid and d.deptype = 'e')
    )
    select 'definer-search-path' as kind, object from definers
    where not exists (select from unnest(proconfig) s where s ~ '^search_path=.*pg_temp"?$')
    union all
    select 'definer-public', object from definers,
      aclexplode(coalesce(proacl, acldefault('f', proowner))) g where g.grantee = 0
    union all
    select 'wrong-owner', object from definers where pg_get_userbyid(proowner) <> all (${[ownerRole, searchRole]})`;
  return asFaults(rows);
};
