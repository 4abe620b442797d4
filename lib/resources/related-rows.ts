import { asc, eq, inArray } from 'drizzle-orm';
import type { ScopedTx } from '../db/scoped-tx';
import type { RelatedRow } from './record';
import type { Field, Relation, Resource, Values } from './resource';
import { columnOf, columnsOf } from './table-columns';

/** The rows that records name, by record id and field. */
export type Related = Map<string, Record<string, RelatedRow[]>>;

/**
 * Gives what the relation fields of some rows name, in one query for each field.
 *
 * @param names - the fields that are wanted.
 * @param rows - with `id` and the columns of the plain relations among them.
 */
export async function relatedRows(
  tx: ScopedTx,
  resource: Resource,
  names: string[],
  rows: Values[],
): Promise<Related> {
  const related: Related = new Map(rows.map((row) => [String(row.id), {}]));
  const fields = names.map((name) => resource.fields[name]).filter((field) => field?.relation);
  if (rows.length === 0) return related;
  await Promise.all((fields as Field[]).map((field) => addField(tx, field, rows, related)));
  return related;
}

async function addField(tx: ScopedTx, field: Field, rows: Values[], related: Related) {
  const relation = field.relation as Relation;
  const found = relation.through
    ? await rowsThrough(tx, relation, rows)
    : await rowsNamed(tx, relation, field.name, rows);
  for (const [id, list] of found) {
    const record = related.get(id);
    if (record) record[field.name] = list;
  }
}

/** The columns of a related row: its id, what it is called, and whether it is in the trash. */
export function relatedColumns({ table, title }: Relation) {
  const columns = columnsOf(table);
  return {
    id: columnOf(table, 'id'),
    label: columnOf(table, title),
    ...(columns.deletedAt ? { deletedAt: columns.deletedAt } : {}),
  };
}

/** A row of {@link relatedColumns} as others see it. */
export function toRelatedRow(row: Values): RelatedRow {
  return { id: String(row.id), label: String(row.label ?? ''), trashed: row.deletedAt != null };
}

async function rowsNamed(tx: ScopedTx, relation: Relation, name: string, rows: Values[]) {
  const ids = [...new Set(rows.map((row) => row[name]).filter((id) => id != null))] as string[];
  const byId = new Map<string, RelatedRow>();
  if (ids.length > 0) {
    const targets: Values[] = await tx
      .select(relatedColumns(relation))
      .from(relation.table)
      .where(inArray(columnOf(relation.table, 'id'), ids));
    for (const target of targets) byId.set(String(target.id), toRelatedRow(target));
  }
  return rows.map((row) => {
    const target = byId.get(String(row[name]));
    return [String(row.id), target ? [target] : []] as const;
  });
}

async function rowsThrough(tx: ScopedTx, relation: Relation, rows: Values[]) {
  const through = relation.through as NonNullable<Relation['through']>;
  const own = columnOf(through.table, through.own);
  const links: Values[] = await tx
    .select({ ...relatedColumns(relation), own })
    .from(through.table)
    .innerJoin(
      relation.table,
      eq(columnOf(relation.table, 'id'), columnOf(through.table, through.other)),
    )
    .where(
      inArray(
        own,
        rows.map(({ id }) => id as string),
      ),
    )
    .orderBy(asc(columnOf(relation.table, relation.title)), asc(columnOf(relation.table, 'id')));
  const byOwn = new Map<string, RelatedRow[]>(rows.map(({ id }) => [String(id), []]));
  for (const link of links) byOwn.get(String(link.own))?.push(toRelatedRow(link));
  return [...byOwn];
}
