import type { TenantContext } from '../tenancy/tenant';
import type { CommentPage } from './comment-view';
import { isCommentId } from './is-comment-id';
import { listComments } from './list-comments';
import { requirePublicPost } from './public-post';

/**
 * Gives further approved comments of a post that is public.
 *
 * @param after - as the page before has it; what is no id is the beginning.
 * @throws AppError not_found for what is no public post here.
 */
export async function listPublicComments(
  ctx: TenantContext,
  postId: string,
  after: string | null,
): Promise<CommentPage> {
  return ctx.db.read(async (tx) => {
    const { id } = await requirePublicPost(tx, ctx, postId);
    return listComments(ctx, id, after !== null && isCommentId(after) ? after : null);
  });
}
