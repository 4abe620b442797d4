import { and, asc, desc, gt, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Cursor } from './cursor';
import type { Resource } from './resource';
import { columnOf } from './table-columns';

/** An order of rows that has no ties: a column, then the id in the same direction. */
export interface Order {
  column: PgColumn;
  id: PgColumn;
  direction: 'up' | 'down';
}

/** The order a sort means. */
export function orderOf({ table }: Resource, sort: string): Order {
  return {
    column: columnOf(table, sort.replace(/^-/, '')),
    id: columnOf(table, 'id'),
    direction: sort.startsWith('-') ? 'down' : 'up',
  };
}

/** The same rows from the other end. */
export function turned(order: Order): Order {
  return { ...order, direction: order.direction === 'up' ? 'down' : 'up' };
}

/** For ORDER BY. Nulls are where PostgreSQL's indexes have them: last upwards, first downwards. */
export function orderBy({ column, id, direction }: Order): SQL[] {
  return direction === 'up' ? [asc(column), asc(id)] : [desc(column), desc(id)];
}

/**
 * The rows after a place, as conditions to be read one after the other until a page is full. In one
 * condition nulls would need an `or`, and an index could not jump to the place any more.
 */
export function rowsAfter(
  { column, id, direction }: Order,
  cursor: Cursor | null,
): (SQL | undefined)[] {
  if (!cursor) return [undefined];
  const beyond = direction === 'up' ? gt : lt;
  const nullsFollow = direction === 'up' && !column.notNull;
  if (cursor.value === null) {
    const sameNulls = and(isNull(column), beyond(id, cursor.id));
    return direction === 'up' ? [sameNulls] : [sameNulls, isNotNull(column)];
  }
  const sign = direction === 'up' ? sql`>` : sql`<`;
  const place = sql`(${sql.param(cursor.value, column)}, ${sql.param(cursor.id, id)})`;
  const after = sql`(${column}, ${id}) ${sign} ${place}`;
  return nullsFollow ? [after, isNull(column)] : [after];
}
