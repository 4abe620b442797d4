import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { searchEntries } from '../../db/schema/platform';
import type { SearchContext } from '../search-engine';

/** When the first post is due that the engine had no time for; null where it took all. */
export async function putOffUntil({ db }: SearchContext): Promise<Date | null> {
  const { isPending, deadAt, nextAttemptAt } = searchEntries;
  const [row] = await db.read((tx) =>
    tx
      .select({ due: nextAttemptAt })
      .from(searchEntries)
      .where(and(eq(isPending, true), isNull(deadAt), gt(nextAttemptAt, sql`now()`)))
      .orderBy(nextAttemptAt)
      .limit(1),
  );
  return row?.due ?? null;
}
