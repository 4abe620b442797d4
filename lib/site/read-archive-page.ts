import type { ArchivePeriod } from '../blog/archive-period';
import { inTimeZone } from '../blog/in-time-zone';
import { listPosts } from '../blog/list-posts';
import { postsOfPeriod } from '../blog/posts-of-period';
import { cachedForTenant } from '../cache/cached-reads';
import { postsTag } from '../tenancy/cache-tags';
import type { TenantContext } from '../tenancy/tenant';
import type { BlogPage } from './read-blog-page';

/** They are lines, not cards. */
export const linesPerPage = 50;

/** Gives a page of what was published in a year or a month; null where nothing was, or no more. */
export async function readArchivePage(
  ctx: TenantContext,
  period: ArchivePeriod,
  page: number,
): Promise<BlogPage | null> {
  const { id, settings } = ctx.tenant;
  return cachedForTenant({
    tenantId: id,
    name: 'site.archive-page',
    args: [settings.timeZone, period.year, period.month ?? null, page],
    tags: [postsTag(id)],
    read: async () => {
      const offset = (page - 1) * linesPerPage;
      const list = await inTimeZone(ctx, (zone) =>
        listPosts(ctx, { limit: linesPerPage, offset, within: postsOfPeriod(period, zone) }),
      );
      return list.posts.length === 0 ? null : { page, ...list };
    },
  });
}
