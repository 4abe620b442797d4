import { appRole, consoleRole, platformSchema, searchRole, searchSchema } from '../roles';
import { asFaults, type CatalogCheck } from './catalog-fault';

// Row security does not cover these, or they let a role build what goes round it.
const unsafe = ['TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN'];

/**
 * Nothing is granted to everybody, and the application role gets only what row security covers. The
 * console's role gets nothing of a tenant's own, and of people no password; the one of search reads
 * posts and nothing else.
 */
export const checkGrants: CatalogCheck = async (sql, { tenantSchemas, internal }) => {
  const schemas = [platformSchema, searchSchema, ...tenantSchemas];
  const rows = await sql`
    with granted as (
      select n.nspname || '.' || c.relname as object, g.*, c.relname = any (${internal}::text[])
        and n.nspname = ${platformSchema} as is_internal
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) g
      where n.nspname = any (${schemas}::text[])
      union all
      select n.nspname || '.' || c.relname || ' ' || a.attname, g.*, false
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace, aclexplode(a.attacl) g
      where n.nspname = any (${schemas}::text[])
      union all
      select n.nspname, g.*, false from pg_namespace n, aclexplode(n.nspacl) g
      where n.nspname = any (${schemas}::text[])
      union all
      select f.oid::regprocedure::text, g.*, false
      from pg_proc f join pg_namespace n on n.oid = f.pronamespace,
        aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) g
      where n.nspname = any (${schemas}::text[]) and not f.prosecdef
    )
    select distinct 'public-grant' as kind, object from granted where grantee = 0
    union all
    select distinct 'unsafe-grant', object || ' ' || privilege_type from granted
    where grantee = to_regrole(${appRole})::oid and (
      privilege_type = any (${unsafe}) or is_grantable or is_internal
      or privilege_type = 'CREATE')
    union all
    select distinct 'unsafe-grant', object || ' ' || privilege_type || ' to search' from granted
    where grantee = to_regrole(${searchRole})::oid and (is_grantable or not (
      privilege_type = 'SELECT' and object ~ '^[a-z0-9_]+\.posts ' or privilege_type = 'USAGE'
      or privilege_type = 'EXECUTE'))
    union all
    select distinct 'unsafe-grant', object || ' ' || privilege_type || ' to the console' from granted
    where grantee = to_regrole(${consoleRole})::oid and (
      privilege_type = any (${unsafe}) or is_grantable or is_internal or privilege_type = 'CREATE'
      or split_part(object, '.', 1) = any (${tenantSchemas}::text[])
      or object = ${`${platformSchema}.users`}
      or object = ${`${platformSchema}.users password_hash`} and privilege_type <> 'INSERT')`;
  return asFaults(rows);
};
