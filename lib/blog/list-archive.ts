import { and, count, eq, isNull, sql } from 'drizzle-orm';
import { posts } from '../db/schema/tenant';
import type { TenantContext } from '../tenancy/tenant';
import type { ArchiveMonth } from './archive-period';
import { inTimeZone } from './in-time-zone';

/** Gives the months in which posts were published, in the tenant's time zone, the newest first. */
export async function listArchive(ctx: TenantContext): Promise<ArchiveMonth[]> {
  const rows = await inTimeZone(ctx, (zone) =>
    ctx.db.read((tx) =>
      tx
        .select({
          month: sql<string>`to_char(${posts.publishedAt} at time zone ${zone}, 'YYYY-MM')`.as(
            'month',
          ),
          postCount: count(),
        })
        .from(posts)
        .where(and(eq(posts.status, 'published'), isNull(posts.deletedAt)))
        .groupBy(sql`month`)
        .orderBy(sql`month desc`),
    ),
  );
  return rows.map(({ month, postCount }) => {
    const [year = '', ofYear = ''] = month.split('-');
    return { year: Number(year), month: Number(ofYear), postCount };
  });
}
