import { listPosts } from '../blog/list-posts';
import { findTag } from '../blog/list-tags';
import type { TagLink } from '../blog/post-summary';
import { cachedForTenant } from '../cache/cached-reads';
import { postsTag } from '../tenancy/cache-tags';
import type { TenantContext } from '../tenancy/tenant';
import { type BlogPage, postsPerPage } from './read-blog-page';

export interface TagPage extends BlogPage {
  tag: TagLink;
}

/** Gives a page of one topic, or null when the tenant has no such tag or no topics at all. */
export async function readTagPage(
  ctx: TenantContext,
  slug: string,
  page: number,
): Promise<TagPage | null> {
  if (!ctx.tenant.settings.features.topics) return null;
  return cachedForTenant({
    tenantId: ctx.tenant.id,
    name: 'site.tag',
    args: [slug, page],
    tags: [postsTag(ctx.tenant.id)],
    read: async () => {
      const tag = await findTag(ctx, slug);
      if (!tag) return null;
      const offset = (page - 1) * postsPerPage;
      return { tag, page, ...(await listPosts(ctx, { limit: postsPerPage, offset, tag: slug })) };
    },
  });
}
