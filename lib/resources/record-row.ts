import { and, asc, eq, inArray, isNotNull, isNull, type SQL } from 'drizzle-orm';
import type { ScopedTx } from '../db/scoped-tx';
import type { Field, Relation, Resource, Values } from './resource';
import { columnOf, columnsOf } from './table-columns';
import { plain } from './to-record';

/** Which rows are meant: those in use, those in the trash, or both. */
export type RowState = 'living' | 'trash' | 'any';

/** Many-to-many fields with the table in between. */
export function manyFields(resource: Resource): (Field & { relation: Relation })[] {
  const fields = Object.values(resource.fields).filter(({ relation }) => relation?.through);
  return fields as (Field & { relation: Relation })[];
}

/**
 * Reads whole rows as plain values, many-to-many relations as lists of ids, and keeps others from
 * changing them until the transaction ends.
 */
export async function lockRows(
  tx: ScopedTx,
  resource: Resource,
  ids: (string | number)[],
  state: RowState,
): Promise<Map<string, Values>> {
  // In the order of ids: two people with the same rows wait for each other and do not deadlock.
  return readWith(tx, resource, ids, selectRows(tx, resource, ids, state).for('update'));
}

/** Reads one whole row as plain values, without locking it. */
export async function readRecordRow(
  tx: ScopedTx,
  resource: Resource,
  id: string | number,
  state: RowState,
): Promise<Values | null> {
  const rows = await readWith(tx, resource, [id], selectRows(tx, resource, [id], state));
  return rows.get(String(id)) ?? null;
}

function selectRows(tx: ScopedTx, resource: Resource, ids: (string | number)[], state: RowState) {
  const id = columnOf(resource.table, 'id');
  return tx
    .select(columnsOf(resource.table))
    .from(resource.table)
    .where(and(inArray(id, ids), stateCondition(resource, state)))
    .orderBy(asc(id));
}

async function readWith(
  tx: ScopedTx,
  resource: Resource,
  ids: (string | number)[],
  query: PromiseLike<Values[]>,
): Promise<Map<string, Values>> {
  const many = manyFields(resource);
  const [rows, ...links] = await Promise.all([
    query,
    ...many.map((field) => readLinks(tx, field.relation, ids)),
  ]);
  const found = new Map<string, Values>();
  for (const row of rows) {
    const values = plainRow(row);
    many.forEach(({ name }, at) => {
      values[name] = links[at]?.get(String(row.id)) ?? [];
    });
    found.set(String(row.id), values);
  }
  return found;
}

/** Locks one row; null when there is none such. */
export async function lockRow(
  tx: ScopedTx,
  resource: Resource,
  id: string | number,
  state: RowState,
): Promise<Values | null> {
  return (await lockRows(tx, resource, [id], state)).get(String(id)) ?? null;
}

/** Keeps to rows in use or in the trash, where the table has one. */
export function stateCondition(resource: Resource, state: RowState): SQL | undefined {
  if (!resource.has.trash || state === 'any') return undefined;
  const column = columnOf(resource.table, 'deletedAt');
  return state === 'trash' ? isNotNull(column) : isNull(column);
}

/** A row without its tenant, as JSON has it. */
function plainRow({ tenantId: _, ...row }: Values): Values {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]));
}

async function readLinks(tx: ScopedTx, { through }: Relation, ids: (string | number)[]) {
  const { table, own, other } = through as NonNullable<Relation['through']>;
  const rows = await tx
    .select({ own: columnOf(table, own), other: columnOf(table, other) })
    .from(table)
    .where(inArray(columnOf(table, own), ids))
    .orderBy(asc(columnOf(table, other)));
  const lists = new Map<string, string[]>();
  for (const row of rows) {
    lists.set(String(row.own), [...(lists.get(String(row.own)) ?? []), String(row.other)]);
  }
  return lists;
}

/** The values of columns as Drizzle takes them; fields of tables in between are left out. */
export function columnValues(resource: Resource, values: Values): Values {
  const columns = columnsOf(resource.table);
  const given = Object.entries(values).flatMap(([name, value]) => {
    const column = columns[name];
    if (!column) return [];
    const isTime = column.dataType === 'date' && typeof value === 'string';
    if (isTime) return [[name, new Date(value)]];
    return [
      [name, column.dataType === 'string' && typeof value === 'number' ? String(value) : value],
    ];
  });
  return Object.fromEntries(given);
}

/** The row of another table that a record names, unless it is in the trash or another tenant's. */
export function livingRow(tx: ScopedTx, { table }: Relation, id: string) {
  const deletedAt = columnsOf(table).deletedAt;
  return tx
    .select({ id: columnOf(table, 'id') })
    .from(table)
    .where(and(eq(columnOf(table, 'id'), id), deletedAt ? isNull(deletedAt) : undefined));
}
