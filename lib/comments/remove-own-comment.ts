import { and, eq, inArray } from 'drizzle-orm';
import type { MemberContext } from '../auth/viewer';
import { comments } from '../db/schema/tenant';
import { AppError } from '../errors';
import { recordEvent } from '../events/record-event';
import { commentsTag } from '../tenancy/cache-tags';
import { isCommentId } from './is-comment-id';
import { commentLabel } from './write-comment';

/**
 * Takes a comment of one's own away, with its replies out of sight. Moderators still find it, and
 * cannot bring it back.
 *
 * @throws AppError not_found for anybody else's.
 */
export async function removeOwnComment(ctx: MemberContext, id: string): Promise<void> {
  if (!isCommentId(id) || ctx.tenant.settings.comments === 'off') throw noComment();
  await ctx.db.write(async (tx) => {
    const [row] = await tx
      .update(comments)
      .set({ status: 'withdrawn', updatedAt: new Date() })
      .where(
        and(
          eq(comments.id, id),
          eq(comments.userId, ctx.viewer.userId),
          inArray(comments.status, ['held', 'approved']),
        ),
      )
      .returning({ body: comments.body, postId: comments.postId });
    if (!row) throw noComment();
    await recordEvent(tx, ctx, {
      type: 'comment.trashed',
      subjectId: id,
      payload: { resource: 'comments', label: commentLabel(row.body) },
      cacheTags: [commentsTag(ctx.tenant.id, row.postId)],
    });
  });
}

function noComment(): AppError {
  return new AppError('not_found', 'There is no such comment of yours.');
}
