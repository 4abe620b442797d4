import { and, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, SelectedFields } from 'drizzle-orm/pg-core';
import type { ScopedTx } from '../db/scoped-tx';
import { orderBy, orderOf } from './keyset';
import { searchCondition } from './list-conditions';
import type { Resource } from './resource';
import { columnOf } from './table-columns';

/**
 * How many rows a search looks through. Under row security LIKE cannot use an index, so that it
 * reads row by row; past this number the older rows are left out, and the page says so.
 */
export const searchDepth = 20_000;

/**
 * Narrows conditions to the rows that hold a text in one of the searched columns, or that the
 * resource finds by it in its own way.
 *
 * @param conditions - what the rows must meet besides.
 */
export function searchRows(
  tx: ScopedTx,
  resource: Resource,
  conditions: SQL | undefined,
  q: string,
): SQL | undefined {
  if (!q) return conditions;
  const names = resource.search;
  const columns = Object.fromEntries(names.map((name) => [name, columnOf(resource.table, name)]));
  const id = columnOf(resource.table, 'id');
  const candidates = tx
    .select({ id, ...columns } as SelectedFields)
    .from(resource.table)
    .where(conditions)
    .orderBy(...orderBy(orderOf(resource, resource.sort)))
    .limit(searchDepth)
    .as('candidates') as unknown as Record<string, PgColumn>;
  const found = tx
    .select({ id: candidates.id as PgColumn })
    .from(candidates as never)
    .where(
      searchCondition(
        names.map((name) => candidates[name]),
        q,
      ),
    );
  return and(conditions, or(inArray(id, found), resource.hooks.find?.(q)));
}

/** True where there are more rows than a search looks through. */
export async function isSearchPartial(
  tx: ScopedTx,
  resource: Resource,
  conditions: SQL | undefined,
): Promise<boolean> {
  const beyond = await tx
    .select({ one: sql`1` })
    .from(resource.table)
    .where(conditions)
    .limit(1)
    .offset(searchDepth);
  return beyond.length > 0;
}
