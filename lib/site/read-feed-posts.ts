import { listPosts } from '../blog/list-posts';
import type { PostSummary } from '../blog/post-summary';
import { cachedForTenant } from '../cache/cached-reads';
import { postsTag } from '../tenancy/cache-tags';
import type { TenantContext } from '../tenancy/tenant';

const feedLength = 30;

/** Gives the posts of the tenant's feeds, the newest 30; null where it has switched them off. */
export async function readFeedPosts(ctx: TenantContext): Promise<PostSummary[] | null> {
  if (!ctx.tenant.settings.features.feed) return null;
  const { posts } = await cachedForTenant({
    tenantId: ctx.tenant.id,
    name: 'site.feed',
    tags: [postsTag(ctx.tenant.id)],
    read: () => listPosts(ctx, { limit: feedLength }),
  });
  return posts;
}
