import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Sql, TransactionSql } from 'postgres';
import type { WalkTenant } from '../world/tenants';
import { type Column, quoteName, type Relation, tenantColumnOf } from './relation';

type Row = Record<string, unknown>;
type Owner = Pick<WalkTenant, 'id' | 'word'>;

/** What a failed try may be about: a key that is taken, a check that was not met. */
const worthAnotherTry = new Set(['23505', '23514', '23503']);
const tries = 12;

/**
 * Makes a row of any table for a tenant: values come from the column types, foreign keys and
 * checks, so a table that did not exist when this was written gets its row all the same.
 *
 * @param sql - signed in as superuser.
 * @returns the row as PostgreSQL made it.
 * @throws Error when no try led to a row; the table is then not covered.
 */
export async function plantRow(sql: Sql, relation: Relation, tenant: Owner): Promise<Row> {
  let fault: unknown;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    try {
      return await sql.begin((tx) => insertRow(tx, relation, tenant, attempt));
    } catch (error) {
      fault = error;
      if (!worthAnotherTry.has((error as { code?: string }).code ?? '')) break;
    }
  }
  const reason = fault instanceof Error ? fault.message : String(fault);
  throw new Error(`no row could be made for ${relation.name}: ${reason}`);
}

async function insertRow(
  sql: TransactionSql,
  relation: Relation,
  tenant: Owner,
  attempt: number,
): Promise<Row> {
  const values = await chooseValues(sql, relation, tenant, attempt);
  const [row] = await sql.unsafe(
    `insert into ${quoteName(relation.name)} (${Object.keys(values).map(quoteName)})
     select ${Object.keys(values).map(quoteName)}
     from jsonb_populate_record(null::${quoteName(relation.name)}, $1::jsonb) returning *`,
    [values as never],
  );
  if (!row) throw new Error('PostgreSQL gave no row back');
  return row;
}

async function chooseValues(
  sql: TransactionSql,
  relation: Relation,
  tenant: Owner,
  attempt: number,
): Promise<Row> {
  const values: Row = {};
  const tenantColumn = tenantColumnOf(relation);
  if (tenantColumn) values[tenantColumn] = tenant.id;
  for (const key of relation.foreignKeys) {
    Object.assign(values, await referTo(sql, key, tenant, attempt), values);
  }
  for (const column of relation.columns) {
    if (column.name in values || column.automatic || column.hasDefault) continue;
    const value = inventValue(column, relation.checks, tenant.word, attempt);
    if (value !== undefined) values[column.name] = value;
  }
  return values;
}

/** Points at a row of the same tenant where the target has tenants, at any row where it has none. */
async function referTo(
  sql: TransactionSql,
  { columns, target, targetColumns }: Relation['foreignKeys'][number],
  tenant: Owner,
  attempt: number,
): Promise<Row> {
  const own = target === 'platform.tenants' ? 'id' : 'tenant_id';
  const ofTenant = `to_jsonb(t) ->> '${own}' = $1 or not to_jsonb(t) ? '${own}'`;
  // People are of no tenant: first those of this one, whose names are no leak here.
  const isMember = `exists (select from platform.memberships m
    where m.tenant_id::text = $1 and to_jsonb(m) ->> 'user_id' = to_jsonb(t) ->> 'id')`;
  const first = target === 'platform.users' ? `${isMember} desc, ` : '';
  const rows = await sql.unsafe(
    `select * from ${quoteName(target)} t where ${ofTenant} order by ${first}md5(t::text) limit ${tries}`,
    [tenant.id],
  );
  const row = rows[attempt % Math.max(rows.length, 1)];
  if (!row) return {};
  return Object.fromEntries(columns.map((column, i) => [column, row[targetColumns[i] ?? '']]));
}

/** Optional columns stay empty, but for text: the words are what a leak is known by. */
function inventValue(column: Column, checks: string[], word: string, attempt: number): unknown {
  const { name, type, notNull } = column;
  const isText = /^(text|character varying(\(\d+\))?|citext)$/.test(type);
  if (!notNull && !isText) return undefined;
  if (isText) return inventText({ name, notNull }, checks, word, attempt);
  if (type === 'uuid') return randomUUID();
  if (type.endsWith('[]')) return [];
  // Often a key, and then one that other tables' rows are counted up to.
  if (type === 'bigint') return 2 ** 41 + randomInt(2 ** 40);
  const made = Object.entries(byType).find(([start]) => type.startsWith(start));
  return made?.[1];
}

const byType: Record<string, unknown> = {
  boolean: false,
  smallint: 1,
  integer: 1,
  numeric: 1,
  real: 1,
  'double precision': 1,
  json: {},
  date: '2026-01-01',
  timestamp: '2026-01-01T00:00:00Z',
  interval: '1 hour',
  inet: '192.0.2.1',
};

/** A value that a check allows by name, else forms that different checks want: a word, a host, an address. */
function inventText(
  { name: column, notNull }: Pick<Column, 'name' | 'notNull'>,
  checks: string[],
  word: string,
  attempt: number,
): string | undefined {
  const about = checks.filter((check) => new RegExp(`\\b${column}\\b`).test(check));
  const namesIn = (check: string) =>
    [...check.matchAll(/'([\w-]+)'::text/g)].map(([, value]) => value ?? '');
  // One of a list, and nothing else.
  const list = about.find((check) => new RegExp(`\\b${column} = ANY \\(ARRAY`).test(check));
  const listed = list ? namesIn(list) : [];
  if (listed.length > 0) return notNull ? listed[attempt % listed.length] : undefined;
  const named = about.flatMap(namesIn);
  const unique = `planted-${word}-${randomBytes(4).toString('hex')}`;
  const forms = [
    unique,
    `${unique}.example.test`,
    `${unique}@example.test`,
    `https://${unique}.test`,
  ];
  const candidates = [...named, ...forms];
  return candidates[attempt % candidates.length] ?? unique;
}
