import { and, eq, isNotNull } from 'drizzle-orm';
import type { MemberContext } from '../../auth/viewer';
import { searchEntries } from '../../db/schema/platform';
import { AppError } from '../../errors';
import { recordEvent } from '../../events/record-event';
import { markPosts } from '../../search/indexing/mark-posts';

/**
 * Has a post that the search engine refused sent once more; it goes out within half a minute.
 *
 * @param id - of the post.
 * @throws AppError not_found for one that is not refused, or of another tenant.
 */
export async function sendAgain(ctx: MemberContext, id: string): Promise<void> {
  const { postId, deadAt } = searchEntries;
  await ctx.db.write(async (tx) => {
    const refused = await tx
      .select({ id: postId })
      .from(searchEntries)
      .where(and(eq(postId, id), isNotNull(deadAt)));
    if (refused.length === 0) {
      throw new AppError('not_found', 'This post is not refused any more.');
    }
    await markPosts(tx, [id]);
    await recordEvent(tx, ctx, {
      type: 'search.sent-again',
      subjectId: id,
      payload: { resource: 'search', label: ctx.tenant.name },
      cacheTags: [],
    });
  });
}
