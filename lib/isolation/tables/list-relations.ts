import type { Sql } from 'postgres';
import { appRole } from '../../db/roles';
import type { Relation } from './relation';

/**
 * Lists every table and view of the database, whatever its schema, with all that the walks need to
 * know of it.
 *
 * @param sql - signed in as superuser.
 */
export async function listRelations(sql: Sql): Promise<Relation[]> {
  const rows = await sql.unsafe(query);
  return rows.map((row) => row.relation as Relation);
}

const columns = `
  select json_agg(json_build_object(
    'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'notNull', a.attnotnull,
    'hasDefault', a.atthasdef, 'automatic', a.attidentity <> '' or a.attgenerated <> '',
    'generated', a.attgenerated <> '',
    'appMayUpdate', has_column_privilege('${appRole}', c.oid, a.attnum, 'UPDATE')
  ) order by a.attnum)
  from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped`;

const foreignKeys = `
  select coalesce(json_agg(json_build_object(
    'columns', array(select attname from unnest(k.conkey) with ordinality u(n, i)
      join pg_attribute on attrelid = k.conrelid and attnum = n order by i),
    'target', (select nspname || '.' || relname from pg_class t
      join pg_namespace s on s.oid = t.relnamespace where t.oid = k.confrelid),
    'targetColumns', array(select attname from unnest(k.confkey) with ordinality u(n, i)
      join pg_attribute on attrelid = k.confrelid and attnum = n order by i)
  )), '[]') from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'`;

const uniqueKeys = `
  select coalesce(json_agg(json_build_object(
    'columns', array(select attname from unnest(i.indkey::int2[]) with ordinality u(n, o)
      join pg_attribute on attrelid = c.oid and attnum = n order by o),
    'where', pg_get_expr(i.indpred, i.indrelid)
  )), '[]') from pg_index i where i.indrelid = c.oid and i.indisunique
    -- No upsert names a key of expressions by columns.
    and i.indexprs is null`;

const query = `
  select json_build_object(
    'name', n.nspname || '.' || c.relname,
    'kind', case c.relkind when 'v' then 'view' when 'm' then 'materialized view'
      when 'f' then 'foreign table' else 'table' end,
    'rowSecurity', c.relrowsecurity,
    'forced', c.relforcerowsecurity,
    'policies', (select count(*) from pg_policy p where p.polrelid = c.oid and
      (0 = any (p.polroles) or '${appRole}'::regrole = any (p.polroles))),
    'securityInvoker', coalesce(c.reloptions::text ~ 'security_invoker=(true|on|1)', false),
    'privileges', array(select p from unnest(array['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) p
        where has_any_column_privilege('${appRole}', c.oid, p)
      union all select p from unnest(array['DELETE', 'TRUNCATE', 'TRIGGER']) p
        where has_table_privilege('${appRole}', c.oid, p)),
    'columns', (${columns}),
    'foreignKeys', (${foreignKeys}),
    'uniqueKeys', (${uniqueKeys}),
    'checks', array(select pg_get_constraintdef(k.oid) from pg_constraint k
      where k.conrelid = c.oid and k.contype = 'c')
  ) as relation
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'f')
    and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    -- Of an extension: nobody of ours made it.
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  order by n.nspname, c.relname`;
