import { cachedForTenant } from '../cache/cached-reads';
import type { CommentPage } from '../comments/comment-view';
import { countComments } from '../comments/count-comments';
import { listComments } from '../comments/list-comments';
import { commentsTag, postsTag } from '../tenancy/cache-tags';
import type { TenantContext } from '../tenancy/tenant';

/** The first comments of a post as its page shows them. */
export interface PostComments extends CommentPage {
  count: number;
}

/** Gives the first approved comments of a post, and how many there are; null where the site has none. */
export async function readComments(
  ctx: TenantContext,
  postId: string,
): Promise<PostComments | null> {
  if (ctx.tenant.settings.comments === 'off') return null;
  return cachedForTenant({
    tenantId: ctx.tenant.id,
    name: 'site.comments',
    args: [postId],
    tags: [postsTag(ctx.tenant.id), commentsTag(ctx.tenant.id, postId)],
    read: async () => ({
      ...(await listComments(ctx, postId, null)),
      count: await countComments(ctx, postId),
    }),
  });
}
