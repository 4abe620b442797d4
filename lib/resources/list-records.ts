import { and, type SQL } from 'drizzle-orm';
import type { SelectedFields } from 'drizzle-orm/pg-core';
import type { ScopedTx } from '../db/scoped-tx';
import { countRecords, type Total } from './count-records';
import { type Cursor, readCursor, writeCursor } from './cursor';
import { demand } from './demand';
import { type Order, orderBy, orderOf, rowsAfter, turned } from './keyset';
import { filterConditions } from './list-conditions';
import type { ListQuery } from './list-query';
import type { ResourceRecord } from './record';
import { relatedRows } from './related-rows';
import type { Resource, Values } from './resource';
import type { ResourceContext } from './resource-context';
import { isSearchPartial, searchDepth, searchRows } from './search-rows';
import { columnsOf } from './table-columns';
import { timeZoneOf } from './time-zone-of';
import { toRecord } from './to-record';

/** A page of a list. */
export interface ListPage {
  /** With the values of the list's columns. */
  records: ResourceRecord[];
  /** Cursor for `after`, null on the last page. */
  next: string | null;
  /** Cursor for `before`, null on the first page. */
  previous: string | null;
  total: Total;
  notices: string[];
}

/**
 * Gives a page of a list (D2): only the columns it shows, in an order without ties, as fast on the
 * last page as on the first where an index has the order.
 *
 * @throws AppError forbidden without the right to read.
 */
export async function listRecords(
  ctx: ResourceContext,
  resource: Resource,
  query: ListQuery,
): Promise<ListPage> {
  demand(ctx, resource, 'read');
  const told = (await resource.hooks.beforeList?.(ctx, query)) ?? [];
  return ctx.db.read(async (tx) => {
    const filters = filterConditions(tx, resource, query, timeZoneOf(ctx));
    const conditions = searchRows(tx, resource, filters, query.q);
    const [page, total, isPartial] = await Promise.all([
      readPage(tx, resource, conditions, query),
      countRecords(tx, resource, conditions, query),
      query.q ? isSearchPartial(tx, resource, filters) : false,
    ]);
    const related = await relatedRows(tx, resource, resource.columns, page.rows);
    const records = page.rows.map((row) =>
      toRecord(resource, resource.columns, row, related.get(String(row.id))),
    );
    const notices = [...query.notices, ...told, ...(isPartial ? [partialNotice(resource)] : [])];
    return { records, next: page.next, previous: page.previous, total, notices };
  });
}

function partialNotice({ hooks }: Resource): string {
  const depth = searchDepth.toLocaleString('en');
  return hooks.find
    ? `Words were looked for in all of them, parts of words in the first ${depth} only. Narrow the list with filters to search further.`
    : `Only the first ${depth} were searched. Narrow the list with filters to search further.`;
}

const deepestOffset = 10_000;

interface Page {
  rows: Values[];
  next: string | null;
  previous: string | null;
}

async function readPage(
  tx: ScopedTx,
  resource: Resource,
  conditions: SQL | undefined,
  query: ListQuery,
): Promise<Page> {
  const { perPage, sort } = query;
  const order = orderOf(resource, sort);
  const from = (text: string | null) => (text ? readCursor(resource, sort, text) : null);
  const [after, before] = [from(query.after), from(query.before)];
  const place = (row: Values | undefined) => row && writeCursor(sort, placeOf(row));
  if (before) {
    const found = await readRows(tx, resource, conditions, {
      order: turned(order),
      cursor: before,
      limit: perPage + 1,
    });
    // Fewer than a page before it: the first page, filled up.
    if (found.length <= perPage) {
      return readPage(tx, resource, conditions, { ...query, before: null, offset: 0 });
    }
    const rows = found.slice(0, perPage).reverse();
    return { rows, next: place(rows.at(-1)) ?? null, previous: place(rows[0]) ?? null };
  }
  const offset = after ? 0 : Math.min(query.offset, deepestOffset);
  const found = await readRows(tx, resource, conditions, {
    ...{ order, cursor: after, offset },
    limit: perPage + 1,
  });
  const rows = found.slice(0, perPage);
  return {
    rows,
    next: found.length > perPage ? (place(rows.at(-1)) ?? null) : null,
    previous: after || offset > 0 ? (place(rows[0]) ?? query.after) : null,
  };
}

/** What of a list is read: from which place, how far. */
export interface Stretch {
  order: Order;
  cursor: Cursor | null;
  limit: number;
  offset?: number;
}

/** Reads rows of a list after a place; with `sortValue`, for the next place. */
export async function readRows(
  tx: ScopedTx,
  resource: Resource,
  conditions: SQL | undefined,
  { order, cursor, limit, offset = 0 }: Stretch,
): Promise<Values[]> {
  const rows: Values[] = [];
  for (const part of rowsAfter(order, cursor)) {
    if (rows.length >= limit) break;
    const found = await tx
      .select({ ...listColumns(resource), sortValue: order.column })
      .from(resource.table)
      .where(and(conditions, part))
      .orderBy(...orderBy(order))
      .limit(limit - rows.length)
      .offset(offset);
    rows.push(...found);
  }
  return rows;
}

/** The place of a row that {@link readRows} gave. */
export function placeOf(row: Values): Cursor {
  return { value: (row.sortValue ?? null) as Cursor['value'], id: row.id as Cursor['id'] };
}

function listColumns({ table, columns, title }: Resource): SelectedFields {
  const all = columnsOf(table);
  const names = ['id', 'version', 'updatedAt', 'deletedAt', title, ...columns];
  return Object.fromEntries(names.flatMap((name) => (all[name] ? [[name, all[name]]] : [])));
}
