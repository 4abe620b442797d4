import { and, is, type SQL, Subquery, sql } from 'drizzle-orm';
import type { PgDatabase, PgTable } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import { WrongTenant } from '../errors';
import { isMadeFor, markMade } from './handle-made';
import { tenantFilter, tenantKey } from './tenant-column';

type Database = PgDatabase<PostgresJsQueryResultHKT>;

/**
 * What a scope hands out: Drizzle's builders, each already filtered by the tenant. Relational
 * queries and raw SQL are left out on purpose; nothing could filter them.
 */
export type ScopedTx = Pick<Database, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete'>;

/** Gives the condition that keeps a table to one tenant. Replaced only by the isolation saboteurs. */
export type FilterFor = (table: PgTable, tenantId: string) => SQL | undefined;

type Row = Record<string, unknown>;
// The builders are patched in place and stay Drizzle's own objects, so every later method, subquery
// and type works as documented; only these members are replaced.
type Patched = Record<string, (...args: never[]) => Patched>;

const joins = ['leftJoin', 'innerJoin', 'leftJoinLateral', 'innerJoinLateral'] as const;
// Their unmatched rows come from both sides, and a filter in ON keeps none of them out.
const refusedJoins = ['rightJoin', 'fullJoin', 'crossJoin', 'crossJoinLateral'] as const;
/**
 * The first wall: adds the tenant to every read and write of a builder.
 *
 * @throws Error for a table without tenant_id, WrongTenant for a row that names another tenant.
 */
export function createScopedTx(
  db: Database,
  tenantId: string,
  filterFor: FilterFor = tenantFilter,
): ScopedTx {
  const scoped = {
    select: (...args: never[]) =>
      scopeFrom((db.select as unknown as Loose)(...args), tenantId, filterFor),
    selectDistinct: (...args: never[]) =>
      scopeFrom((db.selectDistinct as unknown as Loose)(...args), tenantId, filterFor),
    insert: (table: PgTable) =>
      scopeInsert(db.insert(table) as unknown as Patched, table, tenantId, filterFor),
    update: (table: PgTable) => {
      const builder = db.update(table) as unknown as Patched;
      const set = builder.set?.bind(builder) as unknown as (values: Row) => Patched;
      const scopedSet = (values: Row) => {
        refuseTenantId(table, values);
        return scopeWhere(set(values), filterFor(table, tenantId), [
          'from',
          ...joins,
          ...refusedJoins,
        ]);
      };
      return Object.assign(builder, { set: scopedSet });
    },
    delete: (table: PgTable) =>
      scopeWhere(db.delete(table) as unknown as Patched, filterFor(table, tenantId), ['using']),
  };
  return scoped as unknown as ScopedTx;
}

type Loose = (...args: never[]) => Patched;

function scopeFrom(builder: Patched, tenantId: string, filterFor: FilterFor): Patched {
  const from = (builder.from as Loose).bind(builder) as unknown as (source: unknown) => Patched;
  const scopedFrom = (source: unknown) => {
    const filter = filterOf(source, tenantId, filterFor);
    const query = scopeWhere(from(source), filter, refusedJoins);
    for (const name of joins) scopeJoin(query, name, tenantId, filterFor);
    return markMade(query, tenantId);
  };
  return Object.assign(builder, { from: scopedFrom });
}

function scopeJoin(query: Patched, name: string, tenantId: string, filterFor: FilterFor): void {
  const join = query[name] as unknown as (source: unknown, on: Condition) => Patched;
  const scoped = (source: unknown, on: Condition) =>
    join.call(query, source, narrow(filterOf(source, tenantId, filterFor), on));
  Object.assign(query, { [name]: scoped });
}

/** A subquery of this handle's is filtered already, so only tables need the filter. */
function filterOf(source: unknown, tenantId: string, filterFor: FilterFor): SQL | undefined {
  if (isTable(source)) return filterFor(source, tenantId);
  if (!is(source, Subquery)) return refuse('A source that is neither table nor subquery');
  return isMadeFor(source, tenantId)
    ? undefined
    : refuse('A subquery that this handle has not made');
}

function scopeWhere(query: Patched, filter: SQL | undefined, refused: readonly string[]): Patched {
  const where = (query.where as Loose).bind(query) as unknown as (given: Condition) => Patched;
  where(filter);
  const scoped: Record<string, unknown> = {
    where: (condition: Condition) => where(narrow(filter, condition)),
  };
  for (const name of refused) {
    if (name in query) scoped[name] = () => refuse(`${name}() here`);
  }
  return Object.assign(query, scoped) as Patched;
}

type Condition = SQL | undefined | ((fields: never) => SQL | undefined);

/** Adds the filter. The parentheses matter: hand-written SQL may hold an `or`. */
function narrow(filter: SQL | undefined, condition: Condition): Condition {
  if (typeof condition === 'function') {
    return (fields: never) => narrow(filter, condition(fields)) as SQL | undefined;
  }
  return and(filter, condition && sql`(${condition})`);
}

function scopeInsert(
  builder: Patched,
  table: PgTable,
  tenantId: string,
  filterFor: FilterFor,
): Patched {
  tenantKey(table);
  const values = (builder.values as Loose).bind(builder) as unknown as (rows: Row[]) => Patched;
  const scopedValues = (given: Row | Row[]) => {
    const rows = Array.isArray(given) ? given : [given];
    const query = values(rows.map((row) => withTenantId(row, tenantKey(table), tenantId)));
    return scopeUpsert(query, table, filterFor(table, tenantId));
  };
  return Object.assign(builder, {
    values: scopedValues,
    select: () => refuse('insert().select()'),
  }) as unknown as Patched;
}

interface Upsert {
  set: Row;
  setWhere?: SQL;
}

/** A conflict with another tenant's row must not change that row. */
function scopeUpsert(query: Patched, table: PgTable, filter: SQL | undefined): Patched {
  const update = query.onConflictDoUpdate as unknown as (config: Upsert) => Patched;
  const scoped = (config: Upsert) => {
    refuseTenantId(table, config.set);
    if ('where' in config) return refuse('where in onConflictDoUpdate(), instead of setWhere,');
    return update.call(query, { ...config, setWhere: narrow(filter, config.setWhere) as SQL });
  };
  return Object.assign(query, { onConflictDoUpdate: scoped }) as unknown as Patched;
}

function withTenantId(row: Row, key: string, tenantId: string): Row {
  const given = row[key];
  if (given !== undefined && given !== tenantId) throw new WrongTenant(tenantId, String(given));
  return { ...row, [key]: tenantId };
}

function refuseTenantId(table: PgTable, values: Row): void {
  if (tenantKey(table) in values) throw new Error('A row cannot be moved to another tenant.');
}

function refuse(what: string): never {
  throw new Error(`${what} cannot be scoped to a tenant and is refused.`);
}

function isTable(source: unknown): source is PgTable {
  return (
    typeof source === 'object' && source !== null && Symbol.for('drizzle:IsDrizzleTable') in source
  );
}
