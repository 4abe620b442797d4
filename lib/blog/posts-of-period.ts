import { and, gte, lt, type SQL, sql } from 'drizzle-orm';
import { posts } from '../db/schema/tenant';
import type { ArchivePeriod } from './archive-period';

/**
 * The condition for posts published in a period, as bounds that the index serves.
 *
 * @param zone - from inTimeZone.
 */
export function postsOfPeriod({ year, month }: ArchivePeriod, zone: SQL): SQL | undefined {
  const start = sql`make_timestamp(${year}::int, ${month ?? 1}::int, 1, 0, 0, 0)`;
  const length = month ? sql`interval '1 month'` : sql`interval '1 year'`;
  return and(
    gte(posts.publishedAt, sql`${start} at time zone ${zone}`),
    lt(posts.publishedAt, sql`(${start} + ${length}) at time zone ${zone}`),
  );
}
