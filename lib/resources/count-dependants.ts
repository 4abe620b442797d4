import { count, getTableName, inArray, type SQL } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import * as platformTables from '../db/schema/platform';
import * as tenantTables from '../db/schema/tenant';
import type { ScopedTx } from '../db/scoped-tx';
import { readId } from './cursor';
import { demand } from './demand';
import type { Resource } from './resource';
import type { ResourceContext } from './resource-context';
import { columnOf, columnsOf, labelOf, referencesOf, type TableReference } from './table-columns';

/** What becomes of rows when the row they name is deleted for ever. */
export type DependantEffect = 'goes too' | 'blocks' | 'is emptied';

/** Rows of one table that name the records in question. */
export interface Dependants {
  /** The other table, as in 'posts'. */
  resource: string;
  /** As people read it, small: 'posts'. */
  label: string;
  count: number;
  effect: DependantEffect;
}

/**
 * Counts, exactly, the rows of this tenant that name some records (D12).
 *
 * @returns only what there is some of.
 */
export async function countDependants(
  ctx: ResourceContext,
  resource: Resource,
  ids: string[],
): Promise<Dependants[]> {
  demand(ctx, resource, 'read');
  const known = ids.map((id) => readId(resource, id)).filter((id) => id !== null);
  if (known.length === 0) return [];
  return ctx.db.read(async (tx) => {
    const found = await Promise.all(
      dependantsOf(resource.table).map(async ({ from, reference }) => {
        const column = columnOf(from, reference.column);
        const [row] = await tx.select({ count: count() }).from(from).where(inArray(column, known));
        return describeDependants(from, reference, row?.count ?? 0);
      }),
    );
    return found.filter((one) => one.count > 0);
  });
}

/**
 * Tells which of some records cannot be deleted, and because of what.
 *
 * @returns record id to words like "3 posts".
 */
export async function findBlocked(
  tx: ScopedTx,
  resource: Resource,
  ids: (string | number)[],
): Promise<Map<string, string[]>> {
  const blocked = new Map<string, string[]>();
  const blocking = dependantsOf(resource.table).filter(
    ({ reference }) => effectOf(reference) === 'blocks',
  );
  await Promise.all(
    blocking.map(async ({ from, reference }) => {
      const column = columnOf(from, reference.column);
      const rows = await tx
        .select({ id: column, count: count() })
        .from(from)
        .where(inArray(column, ids) as SQL)
        .groupBy(column);
      for (const row of rows) {
        const { label } = describeDependants(from, reference, row.count);
        const words = `${row.count.toLocaleString('en')} ${label}`;
        blocked.set(String(row.id), [...(blocked.get(String(row.id)) ?? []), words]);
      }
    }),
  );
  return blocked;
}

interface Dependant {
  from: PgTable;
  reference: TableReference;
}

/** The foreign keys that point to a table, by what Drizzle declares. */
function dependantsOf(table: PgTable): Dependant[] {
  const all = [...Object.values(tenantTables), ...Object.values(platformTables)] as PgTable[];
  return all.flatMap((from) =>
    referencesOf(from)
      .filter(({ to }) => isSameTable(to, table))
      .map((reference) => ({ from, reference })),
  );
}

function isSameTable(one: PgTable, other: PgTable): boolean {
  const [a, b] = [getTableConfig(one), getTableConfig(other)];
  return a.name === b.name && a.schema === b.schema;
}

function effectOf({ onDelete }: TableReference): DependantEffect {
  if (onDelete === 'cascade') return 'goes too';
  return onDelete === 'set null' || onDelete === 'set default' ? 'is emptied' : 'blocks';
}

function describeDependants(from: PgTable, reference: TableReference, total: number): Dependants {
  const shown = otherSide(from, reference) ?? from;
  const name = getTableName(shown);
  const plural = labelOf(name).toLowerCase();
  const label = total === 1 ? plural.replace(/ies$/, 'y').replace(/s$/, '') : plural;
  return { resource: name, label, count: total, effect: effectOf(reference) };
}

/** Of a table that only stands between two others: the other one. */
function otherSide(from: PgTable, reference: TableReference): PgTable | undefined {
  const own = Object.keys(columnsOf(from)).filter(
    (name) => !['id', 'tenantId', 'createdAt', 'updatedAt'].includes(name),
  );
  const references = referencesOf(from);
  const isBetween =
    own.length === 2 && own.every((name) => references.some((r) => r.column === name));
  return isBetween ? references.find(({ column }) => column !== reference.column)?.to : undefined;
}
