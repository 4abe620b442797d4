import { listPosts } from '../blog/list-posts';
import type { PostSummary } from '../blog/post-summary';
import { cachedForTenant } from '../cache/cached-reads';
import { postsTag } from '../tenancy/cache-tags';
import type { TenantContext } from '../tenancy/tenant';

export const postsPerPage = 12;

export interface BlogPage {
  posts: PostSummary[];
  page: number;
  hasOlder: boolean;
}

/**
 * Gives a page of the blog.
 *
 * @param page - from 1. Beyond the last one `posts` is empty.
 */
export async function readBlogPage(ctx: TenantContext, page: number): Promise<BlogPage> {
  const found = await cachedForTenant({
    tenantId: ctx.tenant.id,
    name: 'site.blog',
    args: [page],
    tags: [postsTag(ctx.tenant.id)],
    read: () => listPosts(ctx, { limit: postsPerPage, offset: (page - 1) * postsPerPage }),
  });
  return { ...found, page };
}
