import { and, eq } from 'drizzle-orm';
import { readId } from './cursor';
import { demand } from './demand';
import { notFound } from './not-found';
import type { ResourceRecord } from './record';
import { stateCondition } from './record-row';
import { relatedRows } from './related-rows';
import type { Resource } from './resource';
import type { ResourceContext } from './resource-context';
import { columnOf, columnsOf } from './table-columns';
import { toRecord } from './to-record';

export interface FindOptions {
  /** Finds records in the trash as well. */
  trash?: boolean;
}

/**
 * Gives a record with all its fields and the rows it names, or null.
 *
 * @throws AppError forbidden without the right to read.
 */
export async function findRecord(
  ctx: ResourceContext,
  resource: Resource,
  id: string,
  { trash = false }: FindOptions = {},
): Promise<ResourceRecord | null> {
  demand(ctx, resource, 'read');
  const rowId = readId(resource, id);
  if (rowId === null) return null;
  const names = Object.keys(resource.fields);
  return ctx.db.read(async (tx) => {
    const rows = await tx
      .select(columnsOf(resource.table))
      .from(resource.table)
      .where(
        and(
          eq(columnOf(resource.table, 'id'), rowId),
          stateCondition(resource, trash ? 'any' : 'living'),
        ),
      );
    const [row] = rows;
    if (!row) return null;
    const related = await relatedRows(tx, resource, names, [row]);
    return toRecord(resource, names, row, related.get(String(row.id)));
  });
}

/**
 * Gives a record with all its fields.
 *
 * @throws AppError not_found where this tenant has no such record, whoever else may have it.
 */
export async function getRecord(
  ctx: ResourceContext,
  resource: Resource,
  id: string,
  options?: FindOptions,
): Promise<ResourceRecord> {
  const record = await findRecord(ctx, resource, id, options);
  if (!record) throw notFound(resource);
  return record;
}
