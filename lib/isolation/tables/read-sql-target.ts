import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { quoteName, type Relation, tenantColumnOf } from './relation';
import type { SqlTarget } from './sql-attacks';

type Row = Record<string, unknown>;

/**
 * Prepares a table for the attacks in SQL: names, ids and rows as literals.
 *
 * @param sql - signed in as superuser.
 */
export async function readSqlTarget(
  sql: Sql,
  relation: Relation,
  own: string,
  foreign: string,
): Promise<SqlTarget> {
  const tenantColumn = tenantColumnOf(relation);
  const table = quoteName(relation.name);
  const where = tenantColumn ? `where ${quoteName(tenantColumn)} = '${foreign}'` : '';
  const [found] = await sql.unsafe(`select to_jsonb(t) as row from ${table} t ${where} limit 1`);
  const row: Row = found?.row ?? {};
  const fresh = { ...row, ...freshKeys(row, relation) };
  const borrowed = tenantColumn ? { ...fresh, [tenantColumn]: own } : fresh;
  return {
    table,
    bareName: quoteName(relation.name.split('.')[1] ?? ''),
    tenant: quoteName(tenantColumn ?? relation.columns[0]?.name ?? ''),
    column: quoteName(changeable(relation, tenantColumn)),
    writable: relation.columns
      .filter(({ generated }) => !generated)
      .map(({ name }) => quoteName(name))
      .join(', '),
    textColumns: relation.columns
      .filter(({ type }) => type === 'text')
      .map(({ name }) => quoteName(name)),
    // Null fits a column of any type, where none of them is the tenant's.
    own: tenantColumn ? `'${own}'` : 'null',
    foreign: tenantColumn ? `'${foreign}'` : 'null',
    foreignRow: literal(row),
    newForeignRow: literal(fresh),
    borrowedRow: literal(borrowed),
  };
}

/** Keys of its own, so that no other row stands in the way before the policy does. */
function freshKeys(row: Row, relation: Relation): Row {
  const kept = [
    tenantColumnOf(relation),
    ...relation.foreignKeys.flatMap(({ columns }) => columns),
  ];
  const keys = relation.uniqueKeys
    .flatMap(({ columns }) => columns)
    .filter((name) => !kept.includes(name));
  return Object.fromEntries(keys.map((name) => [name, freshValue(row[name])]));
}

function freshValue(value: unknown): unknown {
  if (typeof value === 'number') return value + 1_000_000;
  if (typeof value !== 'string') return value;
  return /^[0-9a-f-]{36}$/.test(value) ? randomUUID() : `new-${value}`;
}

function changeable({ columns }: Relation, tenantColumn: string | null): string {
  const others = columns.filter(({ name, automatic }) => name !== tenantColumn && !automatic);
  return (others.find(({ appMayUpdate }) => appMayUpdate) ?? others[0] ?? columns[0])?.name ?? '';
}

function literal(row: Row): string {
  return `'${JSON.stringify(row).replaceAll("'", "''")}'`;
}
