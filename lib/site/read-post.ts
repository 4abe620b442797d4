import { findPublishedPost } from '../blog/find-published-post';
import type { PostView } from '../blog/post-summary';
import { cachedForTenant } from '../cache/cached-reads';
import { postsTag } from '../tenancy/cache-tags';
import type { TenantContext } from '../tenancy/tenant';
import { withTopics } from './with-topics';

/** Gives a published post, or null. */
export async function readPost(ctx: TenantContext, slug: string): Promise<PostView | null> {
  const post = await cachedForTenant({
    tenantId: ctx.tenant.id,
    name: 'site.post',
    args: [slug],
    tags: [postsTag(ctx.tenant.id)],
    read: () => findPublishedPost(ctx, slug),
  });
  // They are of the same topics, which the site may have switched off.
  const related = ctx.tenant.settings.features.topics ? post?.related : [];
  return post && withTopics(ctx, { ...post, related: related ?? [] });
}
