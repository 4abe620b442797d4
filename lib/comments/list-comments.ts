import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { comments } from '../db/schema/tenant';
import type { TenantContext } from '../tenancy/tenant';
import { toCommentView } from './comment-rows';
import type { CommentPage } from './comment-view';

const threadsAtOnce = 40;
const repliesAtOnce = 200;

/**
 * Gives approved comments of a post, the oldest first.
 *
 * @param after - the id of the last one that is known already; null from the first.
 */
export async function listComments(
  { db }: TenantContext,
  postId: string,
  after: string | null,
): Promise<CommentPage> {
  const isApproved = and(eq(comments.postId, postId), eq(comments.status, 'approved'));
  return db.read(async (tx) => {
    const place = tx
      .select({ at: comments.createdAt, id: comments.id })
      .from(comments)
      .where(eq(comments.id, after ?? ''));
    const rows = await tx
      .select()
      .from(comments)
      .where(
        and(
          isApproved,
          isNull(comments.parentId),
          after === null ? undefined : sql`(${comments.createdAt}, ${comments.id}) > (${place})`,
        ),
      )
      .orderBy(asc(comments.createdAt), asc(comments.id))
      .limit(threadsAtOnce + 1);
    const threads = rows.slice(0, threadsAtOnce);
    if (threads.length === 0) return { comments: [], next: null };
    const ids = threads.map(({ id }) => id);
    const replies = await tx
      .select()
      .from(comments)
      .where(and(isApproved, inArray(comments.parentId, ids)))
      .orderBy(asc(comments.createdAt), asc(comments.id))
      .limit(repliesAtOnce);
    const next = rows.length > threadsAtOnce ? (ids.at(-1) ?? null) : null;
    return { comments: [...threads, ...replies].map(toCommentView), next };
  });
}
