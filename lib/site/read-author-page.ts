import { type AuthorLink, findAuthor } from '../blog/find-author';
import { listPosts } from '../blog/list-posts';
import { cachedForTenant } from '../cache/cached-reads';
import { postsTag } from '../tenancy/cache-tags';
import type { TenantContext } from '../tenancy/tenant';
import { type BlogPage, postsPerPage } from './read-blog-page';
import { withTopics } from './with-topics';

export interface AuthorPage extends BlogPage {
  author: AuthorLink;
}

/** Gives a page of one author's posts, or null where there is no such author or nothing is published. */
export async function readAuthorPage(
  ctx: TenantContext,
  slug: string,
  page: number,
): Promise<AuthorPage | null> {
  const found = await cachedForTenant({
    tenantId: ctx.tenant.id,
    name: 'site.author',
    args: [slug, page],
    tags: [postsTag(ctx.tenant.id)],
    read: async () => {
      const author = await findAuthor(ctx, slug);
      if (!author) return null;
      const offset = (page - 1) * postsPerPage;
      const list = await listPosts(ctx, { limit: postsPerPage, offset, author: slug });
      return list.posts.length === 0 ? null : { author, page, ...list };
    },
  });
  return found && { ...found, posts: found.posts.map((post) => withTopics(ctx, post)) };
}
