import { and, eq, getTableColumns, getTableName, is, type SQL, Subquery } from 'drizzle-orm';
import type { PgColumn, PgDatabase, PgTable } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import { WrongTenant } from '../errors';

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

const joins = ['leftJoin', 'rightJoin', 'innerJoin', 'fullJoin'] as const;

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
      scopeInsert(db.insert(table) as unknown as Patched, table, tenantId),
    update: (table: PgTable) => {
      const builder = db.update(table) as unknown as Patched;
      const set = builder.set?.bind(builder) as unknown as (values: Row) => Patched;
      const scopedSet = (values: Row) => {
        refuseTenantId(values);
        return scopeWhere(set(values), filterFor(table, tenantId), ['from', ...joins]);
      };
      return Object.assign(builder, { set: scopedSet });
    },
    delete: (table: PgTable) =>
      scopeWhere(db.delete(table) as unknown as Patched, filterFor(table, tenantId), ['using']),
  };
  return scoped as unknown as ScopedTx;
}

type Loose = (...args: never[]) => Patched;

/** `tenant_id = <tenant>` for the table; on `platform.tenants` the row is the tenant itself. */
export function tenantFilter(table: PgTable, tenantId: string): SQL {
  return eq(tenantColumn(table), tenantId);
}

function tenantColumn(table: PgTable): PgColumn {
  const columns = getTableColumns(table) as Record<string, PgColumn>;
  const column = getTableName(table) === 'tenants' ? columns.id : columns.tenantId;
  if (!column) throw new Error(`Table ${getTableName(table)} belongs to no tenant.`);
  return column;
}

function scopeFrom(builder: Patched, tenantId: string, filterFor: FilterFor): Patched {
  const from = (builder.from as Loose).bind(builder) as unknown as (source: unknown) => Patched;
  const scopedFrom = (source: unknown) => {
    const query = scopeWhere(from(source), filterOf(source, tenantId, filterFor), []);
    for (const name of joins) scopeJoin(query, name, tenantId, filterFor);
    return query;
  };
  return Object.assign(builder, { from: scopedFrom });
}

function scopeJoin(query: Patched, name: string, tenantId: string, filterFor: FilterFor): void {
  const join = query[name] as unknown as (source: unknown, on: SQL) => Patched;
  const scoped = (source: unknown, on: SQL) =>
    join.call(query, source, and(filterOf(source, tenantId, filterFor), on) as SQL);
  Object.assign(query, { [name]: scoped });
}

/** A subquery was itself built from a scoped select, so only tables need the filter. */
function filterOf(source: unknown, tenantId: string, filterFor: FilterFor): SQL | undefined {
  if (isTable(source)) return filterFor(source, tenantId);
  return is(source, Subquery) ? undefined : refuse('A source that is neither table nor subquery');
}

function scopeWhere(query: Patched, filter: SQL | undefined, refused: readonly string[]): Patched {
  const where = (query.where as Loose).bind(query) as unknown as (condition?: SQL) => Patched;
  where(filter);
  const scoped: Record<string, unknown> = {
    where: (condition?: SQL) => where(and(filter, condition)),
  };
  for (const name of refused) {
    if (name in query) scoped[name] = () => refuse(`${name}() in an update or delete`);
  }
  return Object.assign(query, scoped) as Patched;
}

function scopeInsert(builder: Patched, table: PgTable, tenantId: string): Patched {
  const key = getTableName(table) === 'tenants' ? 'id' : 'tenantId';
  tenantColumn(table);
  const values = (builder.values as Loose).bind(builder) as unknown as (rows: Row[]) => Patched;
  const scopedValues = (given: Row | Row[]) => {
    const rows = Array.isArray(given) ? given : [given];
    return values(rows.map((row) => withTenantId(row, key, tenantId)));
  };
  return Object.assign(builder, {
    values: scopedValues,
    select: () => refuse('insert().select()'),
  }) as unknown as Patched;
}

function withTenantId(row: Row, key: string, tenantId: string): Row {
  const given = row[key];
  if (given !== undefined && given !== tenantId) throw new WrongTenant(tenantId, String(given));
  return { ...row, [key]: tenantId };
}

function refuseTenantId(values: Row): void {
  if ('tenantId' in values) throw new Error('A row cannot be moved to another tenant.');
}

function refuse(what: string): never {
  throw new Error(`${what} cannot be scoped to a tenant and is refused.`);
}

function isTable(source: unknown): source is PgTable {
  return (
    typeof source === 'object' && source !== null && Symbol.for('drizzle:IsDrizzleTable') in source
  );
}
