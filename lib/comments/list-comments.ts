import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { comments } from '../db/schema/tenant';
import type { TenantContext } from '../tenancy/tenant';
import { toCommentView } from './comment-rows';
import type { CommentPage } from './comment-view';

const threadsAtOnce = 40;
const repliesAtOnce = 1000;

/**
 * Gives approved comments of a post, threads by their age with all their replies (the first thousand
 * of one thread).
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
    const places = ids.map((id) => sql`${id}`);
    const replies = await tx
      .select()
      .from(comments)
      .where(and(isApproved, inArray(comments.parentId, ids)))
      .orderBy(
        sql`array_position(array[${sql.join(places, sql`, `)}]::uuid[], ${comments.parentId})`,
        asc(comments.createdAt),
        asc(comments.id),
      )
      .limit(repliesAtOnce + 1);
    const shown = completeThreads(ids, replies);
    const isLast = shown.length === rows.length;
    const parents = new Set(shown);
    return {
      comments: [
        ...threads.filter(({ id }) => parents.has(id)),
        ...replies.slice(0, repliesAtOnce).filter(({ parentId }) => parents.has(parentId ?? '')),
      ].map(toCommentView),
      next: isLast ? null : (shown.at(-1) ?? null),
    };
  });
}

/** Threads whose replies are all at hand: what was cut off begins the next page. */
function completeThreads(ids: string[], replies: { parentId: string | null }[]): string[] {
  const cutOff = replies[repliesAtOnce]?.parentId;
  if (!cutOff) return ids;
  return ids.slice(0, Math.max(1, ids.indexOf(cutOff)));
}
