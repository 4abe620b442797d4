import { and, eq, isNull } from 'drizzle-orm';
import { posts } from '../db/schema/tenant';
import type { ScopedTx } from '../db/scoped-tx';
import { AppError } from '../errors';
import type { TenantContext } from '../tenancy/tenant';
import { isCommentId } from './is-comment-id';

/**
 * Demands that the site has comments, and that a post is public.
 *
 * @throws AppError not_found for a draft, one in the trash, another tenant's and none at all.
 */
export async function requirePublicPost(
  tx: ScopedTx,
  { tenant }: TenantContext,
  postId: string,
): Promise<{ id: string; title: string; slug: string }> {
  if (tenant.settings.comments === 'off' || !isCommentId(postId)) throw noPost();
  const [post] = await tx
    .select({ id: posts.id, title: posts.title, slug: posts.slug })
    .from(posts)
    .where(and(eq(posts.id, postId), eq(posts.status, 'published'), isNull(posts.deletedAt)));
  if (!post) throw noPost();
  return post;
}

function noPost(): AppError {
  return new AppError('not_found', 'There is no such post to comment on.');
}
