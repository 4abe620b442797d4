import { and, inArray } from 'drizzle-orm';
import { byteOrderMark, csvLine } from './csv';
import { type Cursor, readId } from './cursor';
import { demand } from './demand';
import { orderOf } from './keyset';
import { filterConditions } from './list-conditions';
import type { ListQuery } from './list-query';
import { placeOf, readRows } from './list-records';
import type { RelatedRow } from './record';
import { relatedRows } from './related-rows';
import type { Resource, Values } from './resource';
import type { ResourceContext } from './resource-context';
import { searchRows } from './search-rows';
import { columnOf } from './table-columns';
import { timeZoneOf } from './time-zone-of';
import { plain } from './to-record';

const batchSize = 1000;

export interface ExportOptions {
  /** For spreadsheets that would otherwise read UTF-8 as something else. */
  bom?: boolean;
  /** Only these records. */
  only?: string[];
}

/**
 * Gives a list as CSV, in pieces, with the columns it shows and the ids. Holds no connection while
 * nobody takes the next piece.
 *
 * @throws AppError forbidden, before the first piece.
 */
export async function* exportCsv(
  ctx: ResourceContext,
  resource: Resource,
  query: ListQuery,
  { bom = false, only }: ExportOptions = {},
): AsyncGenerator<string> {
  demand(ctx, resource, 'read');
  await resource.hooks.beforeList?.(ctx, query);
  const headers = resource.columns.map((name) => resource.fields[name]?.label ?? name);
  yield (bom ? byteOrderMark : '') + csvLine(['id', ...headers]);
  let cursor: Cursor | null = null;
  do {
    const batch = await readBatch(ctx, resource, query, cursor, only);
    if (batch.lines) yield batch.lines;
    cursor = batch.next;
  } while (cursor);
}

async function readBatch(
  ctx: ResourceContext,
  resource: Resource,
  query: ListQuery,
  cursor: Cursor | null,
  only: string[] | undefined,
): Promise<{ lines: string; next: Cursor | null }> {
  return ctx.db.read(async (tx) => {
    const filters = filterConditions(tx, resource, query, timeZoneOf(ctx));
    const conditions = and(
      searchRows(tx, resource, filters, query.q),
      only && inArray(columnOf(resource.table, 'id'), knownIds(resource, only)),
    );
    const order = orderOf(resource, query.sort);
    const rows = await readRows(tx, resource, conditions, { order, cursor, limit: batchSize });
    const related = await relatedRows(tx, resource, resource.columns, rows);
    const lines = rows.map((row) => lineOf(resource, row, related.get(String(row.id)) ?? {}));
    const last = rows.length === batchSize ? rows.at(-1) : undefined;
    return { lines: lines.join(''), next: last ? placeOf(last) : null };
  });
}

function knownIds(resource: Resource, ids: string[]): (string | number)[] {
  return ids.map((id) => readId(resource, id)).filter((id) => id !== null);
}

function lineOf(resource: Resource, row: Values, related: Record<string, RelatedRow[]>): string {
  const cells = resource.columns.map((name) => {
    const labels = related[name]?.map(({ label }) => label);
    return labels ? labels.join(', ') : plain(row[name]);
  });
  return csvLine([String(row.id), ...cells]);
}
