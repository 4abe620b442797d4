import { count, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { ScopedTx } from '../db/scoped-tx';

/** Above it a number on the dashboard is "10,000 and more": counting on would read every row. */
export const countLimit = 10_000;

export interface CappedCount {
  count: number;
  /** True when there are more than were counted. */
  more: boolean;
}

/** Counts the tenant's rows of a table, but not beyond {@link countLimit}. */
export async function countUpTo(
  tx: ScopedTx,
  table: PgTable,
  where: SQL | undefined,
  limit = countLimit,
): Promise<CappedCount> {
  const rows = tx
    .select({ one: sql<number>`1`.as('one') })
    .from(table)
    .where(where)
    .limit(limit + 1)
    .as('counted');
  const [found] = await tx.select({ n: count() }).from(rows);
  const n = found?.n ?? 0;
  return { count: Math.min(n, limit), more: n > limit };
}
