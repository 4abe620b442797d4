import type { Sql } from 'postgres';
import { consoleRole } from '../../db/roles';

/** What the console's role may do with a table or view. */
export interface ConsoleRight {
  /** schema.table */
  name: string;
  /** Columns it may read, give to a new row, change. */
  reads: string[];
  inserts: string[];
  updates: string[];
  /** DELETE, TRUNCATE, TRIGGER: what it should not have at all. */
  more: string[];
}

/**
 * Lists every table and view of the database on which the console's role has a right, its own or
 * everybody's.
 *
 * @param sql - signed in as any role.
 */
export async function listConsoleRights(sql: Sql): Promise<ConsoleRight[]> {
  const columns = (privilege: string) => sql`
    array(select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and has_column_privilege(${consoleRole}, c.oid, a.attnum, ${privilege}) order by a.attnum)`;
  const rows = await sql`
    select n.nspname || '.' || c.relname as name, ${columns('SELECT')} as reads,
      ${columns('INSERT')} as inserts, ${columns('UPDATE')} as updates,
      array(select p from unnest(array['DELETE', 'TRUNCATE', 'TRIGGER']) p
        where has_table_privilege(${consoleRole}, c.oid, p)) as more
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^pg_'
      and n.nspname <> 'information_schema'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by 1`;
  const has = ({ reads, inserts, updates, more }: ConsoleRight) =>
    [reads, inserts, updates, more].some((list) => list.length > 0);
  return (rows as unknown as ConsoleRight[]).filter(has);
}

/** Lists the functions with their owner's rights that the console's role may call. */
export async function listConsoleFunctions(sql: Sql): Promise<string[]> {
  const rows = await sql`
    select f.oid::regprocedure::text as name from pg_proc f
    join pg_namespace n on n.oid = f.pronamespace
    where f.prosecdef and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and has_function_privilege(${consoleRole}, f.oid, 'EXECUTE') order by 1`;
  return rows.map(({ name }) => name);
}
