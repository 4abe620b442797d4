import { getTableName, type SQL, sql } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/pg-core';
import { tenants } from '../db/schema/platform';
import type { ScopedTx } from '../db/scoped-tx';
import { countUpTo } from './count-up-to';
import type { ListQuery } from './list-query';
import type { Resource } from './resource';

/** How many rows a list has. Large ones are never counted: a count reads every row. */
export interface Total {
  count: number;
  kind: 'exact' | 'estimate' | 'atLeast';
}

/** Up to here a total is exact. */
export const mostCounted = 1000;

/** Estimates may be off by a factor, so that the exact count goes on well below this. */
const plainlyMany = 10 * mostCounted;

/** Counts the rows that meet the conditions, as far as that is cheap. */
export async function countRecords(
  tx: ScopedTx,
  resource: Resource,
  conditions: SQL | undefined,
  query: Pick<ListQuery, 'q' | 'filters' | 'trash'>,
): Promise<Total> {
  const isNarrowed = query.q !== '' || query.trash || Object.keys(query.filters).length > 0;
  // Asked first: where it is plain that there are many, even a thousand need not be read.
  const expected = isNarrowed || !resource.has.tenant ? null : await estimate(tx, resource);
  if (expected !== null && expected > plainlyMany) return { count: expected, kind: 'estimate' };
  const { count, more } = await countUpTo(tx, resource.table, conditions, mostCounted);
  if (!more) return { count, kind: 'exact' };
  if (expected === null) return { count, kind: 'atLeast' };
  return { count: Math.max(expected, count), kind: 'estimate' };
}

/** What the planner expects to find of this tenant's: a matter of statistics, not of reading. */
async function estimate(tx: ScopedTx, { table }: Resource): Promise<number> {
  const { schema } = getTableConfig(table);
  const name = schema ? `${schema}.${getTableName(table)}` : getTableName(table);
  const [row] = await tx
    .select({ rows: sql<string>`platform.estimate_rows(${name})` })
    .from(tenants)
    .limit(1);
  return Number(row?.rows ?? 0);
}
