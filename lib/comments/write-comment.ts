import { and, count, eq, gt, sql } from 'drizzle-orm';
import type { MemberContext } from '../auth/viewer';
import { tenants } from '../db/schema/platform';
import { comments } from '../db/schema/tenant';
import type { ScopedTx } from '../db/scoped-tx';
import { AppError, TooMany } from '../errors';
import { recordEvent } from '../events/record-event';
import { commentsTag } from '../tenancy/cache-tags';
import { toCommentView } from './comment-rows';
import type { CommentView } from './comment-view';
import { requirePublicPost } from './public-post';
import { readCommentText } from './read-comment-text';

/** What somebody says about a post. */
export interface NewComment {
  postId: string;
  /** The comment it answers. */
  parentId: string | null;
  /** As it was typed. */
  body: string;
  /** An id made with the form: sent twice, it is one comment. */
  once: string;
}

const mostInWindow = 10;
const windowMinutes = 10;

/**
 * Writes a comment of whoever is signed in. Whether it is public at once, the site's settings say; of
 * staff who may moderate it always is.
 *
 * @throws AppError forbidden for who is no member; not_found for what is no public post or comment
 *   here; bad_input for the text; TooMany.
 */
export async function writeComment(
  ctx: MemberContext,
  { postId, parentId, body, once }: NewComment,
): Promise<CommentView> {
  if (ctx.tenant.settings.comments !== 'off' && !ctx.viewer.membership) {
    throw new AppError('forbidden', 'Only members of this site can comment.');
  }
  return ctx.db.write(async (tx) => {
    const post = await requirePublicPost(tx, ctx, postId);
    const text = readCommentText(body);
    const sent = await findSent(tx, ctx, once);
    if (sent) return sent;
    await requireRoom(tx, ctx);
    if (parentId) await requireParent(tx, post.id, parentId);
    const status = await statusFor(tx, ctx);
    const [row] = await tx
      .insert(comments)
      .values({
        ...{ id: once, postId: post.id, parentId, body: text, status },
        ...{ userId: ctx.viewer.userId, authorName: ctx.viewer.name },
      })
      .onConflictDoNothing()
      .returning();
    if (!row) throw new AppError('conflict', 'This comment was sent already. Load the page anew.');
    await recordEvent(tx, ctx, {
      type: 'comment.created',
      subjectId: row.id,
      payload: {
        resource: 'comments',
        label: commentLabel(text),
        changes: { status: [null, status] },
      },
      cacheTags: status === 'approved' ? [commentsTag(ctx.tenant.id, post.id)] : [],
    });
    return toCommentView(row);
  });
}

/** What a comment is called where there is little room. */
export function commentLabel(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return [...line].length <= 80 ? line : `${[...line].slice(0, 79).join('')}…`;
}

async function findSent(tx: ScopedTx, { viewer }: MemberContext, id: string) {
  const isOwn = and(eq(comments.id, id), eq(comments.userId, viewer.userId));
  const [row] = await tx.select().from(comments).where(isOwn);
  return row ? toCommentView(row) : null;
}

async function requireRoom(tx: ScopedTx, { viewer }: MemberContext): Promise<void> {
  // One after the other: of many sent at the same moment each would see room.
  const lock = sql`pg_advisory_xact_lock(hashtextextended(${`comments ${viewer.userId}`}, 0))::text`;
  await tx.select({ lock }).from(tenants);
  const since = sql`now() - make_interval(mins => ${windowMinutes}::int)`;
  const [row] = await tx
    .select({ count: count() })
    .from(comments)
    .where(and(eq(comments.userId, viewer.userId), gt(comments.createdAt, since)));
  if ((row?.count ?? 0) >= mostInWindow) throw new TooMany(windowMinutes * 60, 'comments');
}

/** One level: who answers a reply answers what it answers. Held ones are nobody's to answer. */
async function requireParent(tx: ScopedTx, postId: string, parentId: string): Promise<void> {
  const [parent] = await tx
    .select({ parentId: comments.parentId })
    .from(comments)
    .where(
      and(eq(comments.id, parentId), eq(comments.postId, postId), eq(comments.status, 'approved')),
    );
  if (!parent || parent.parentId !== null) {
    throw new AppError('not_found', 'The comment you answer is not there any more.');
  }
}

async function statusFor(tx: ScopedTx, ctx: MemberContext): Promise<'held' | 'approved'> {
  const { comments: choice } = ctx.tenant.settings;
  if (choice === 'open' || ctx.can('comments.write')) return 'approved';
  if (choice !== 'first') return 'held';
  const known = and(eq(comments.userId, ctx.viewer.userId), eq(comments.status, 'approved'));
  const [row] = await tx.select({ id: comments.id }).from(comments).where(known).limit(1);
  return row ? 'approved' : 'held';
}
