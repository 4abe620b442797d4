import { eq, sql } from 'drizzle-orm';
import { posts } from '../db/schema/tenant';
import { AppError } from '../errors';
import { recordEvent } from '../events/record-event';
import { postsTag } from '../tenancy/cache-tags';
import type { TenantContext } from '../tenancy/tenant';
import { type PostInput, postInput, readingMinutes } from './post-input';

/**
 * Changes a post and writes the event, in one transaction.
 *
 * @param patch - only what changes.
 * @throws AppError not_found when this tenant has no such post, whoever else may have it.
 */
export async function updatePost(
  ctx: TenantContext,
  id: string,
  patch: Partial<PostInput>,
): Promise<void> {
  const given = namedOnly(postInput.partial().parse(patch), patch);
  // Only a draft may be without a time.
  if (given.publishedAt === null && given.status !== 'draft') delete given.publishedAt;
  const minutes = given.body === undefined ? {} : { readingMinutes: readingMinutes(given.body) };
  // Published without a time: the one it had, or now.
  const isTimeless = given.status === 'published' && !given.publishedAt;
  const published = isTimeless ? { publishedAt: sql`coalesce(${posts.publishedAt}, now())` } : {};
  await ctx.db.write(async (tx) => {
    const changed = await tx
      .update(posts)
      .set({ ...given, ...minutes, ...published, updatedAt: new Date() })
      .where(eq(posts.id, id))
      .returning({ id: posts.id });
    if (changed.length === 0) throw new AppError('not_found', 'There is no such post.');
    const cacheTags = [postsTag(ctx.tenant.id)];
    await recordEvent(tx, ctx, { type: 'post.updated', subjectId: id, cacheTags });
  });
}

/** Parsing fills in the defaults of new posts; in a change, what was not named stays as it is. */
function namedOnly<T extends object>(parsed: T, patch: object): Partial<T> {
  const named = Object.entries(parsed).filter(([name]) => name in patch);
  return Object.fromEntries(named) as Partial<T>;
}
