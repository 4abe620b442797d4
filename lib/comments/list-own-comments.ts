import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Viewer } from '../auth/viewer';
import { comments } from '../db/schema/tenant';
import type { TenantContext } from '../tenancy/tenant';
import { toCommentView } from './comment-rows';
import type { OwnComments } from './comment-view';
import { requirePublicPost } from './public-post';

const most = 200;

/**
 * Gives what somebody has written about a post themself, and whether they may write more.
 *
 * @throws AppError not_found for what is no public post here.
 */
export async function listOwnComments(
  ctx: TenantContext,
  viewer: Viewer,
  postId: string,
): Promise<OwnComments> {
  const rows = await ctx.db.read(async (tx) => {
    const post = await requirePublicPost(tx, ctx, postId);
    return tx
      .select()
      .from(comments)
      .where(
        and(
          eq(comments.postId, post.id),
          eq(comments.userId, viewer.userId),
          inArray(comments.status, ['held', 'approved']),
        ),
      )
      .orderBy(asc(comments.createdAt), asc(comments.id))
      .limit(most);
  });
  const mayNot = viewer.membership ? null : 'Only members of this site can comment.';
  return { name: viewer.name, mayNot, comments: rows.map(toCommentView) };
}
