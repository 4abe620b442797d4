import { and, eq, isNull } from 'drizzle-orm';
import type { MemberContext } from '../../auth/viewer';
import { postDrafts, posts } from '../../db/schema/tenant';
import { AppError } from '../../errors';
import { settleWriting, type Writing, type WritingInput } from './writers';

/** Who writes at a post, and whether a page that reads along shows the newest. */
export interface WritingAnswer extends Writing {
  /** Changes with whatever is saved. */
  mark: string;
}

/**
 * Settles who writes at a post, for a page that shows it in the editor.
 *
 * @throws AppError not_found for a post this tenant has not got; unavailable.
 */
export async function answerWriting(
  ctx: MemberContext,
  question: WritingInput,
): Promise<WritingAnswer> {
  const mark = await findMark(ctx, question.post);
  if (mark === null) throw new AppError('not_found', 'This post is gone, or in the trash.');
  return { ...(await settleWriting(ctx, question)), mark };
}

async function findMark(ctx: MemberContext, postId: string): Promise<string | null> {
  const [row] = await ctx.db.read((tx) =>
    tx
      .select({ version: posts.version, savedAt: postDrafts.updatedAt })
      .from(posts)
      .leftJoin(postDrafts, eq(postDrafts.postId, posts.id))
      .where(and(eq(posts.id, postId), isNull(posts.deletedAt))),
  );
  return row ? markOf(row.version, row.savedAt?.toISOString()) : null;
}

/** What changes with whatever is saved of a post. */
export function markOf(version: number | null, draftSavedAt: string | undefined): string {
  return `${version ?? 0} ${draftSavedAt ?? ''}`;
}
