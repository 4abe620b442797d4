import { randomUUID } from 'node:crypto';
import { posts } from '../db/schema/tenant';
import { recordEvent } from '../events/record-event';
import { postsTag } from '../tenancy/cache-tags';
import type { TenantContext } from '../tenancy/tenant';
import { type PostInput, postInput, readingMinutes } from './post-input';

/**
 * Writes a new post and its event in one transaction.
 *
 * @returns the post's id.
 * @throws ZodError for bad input; the database's unique violation for a slug that is taken.
 */
export async function createPost(ctx: TenantContext, input: PostInput): Promise<string> {
  const values = postInput.parse(input);
  const isPublished = values.status === 'published';
  const publishedAt = values.publishedAt ?? (isPublished ? new Date() : null);
  const id = randomUUID();
  const row = { ...values, id, publishedAt, readingMinutes: readingMinutes(values.body) };
  const cacheTags = [postsTag(ctx.tenant.id)];
  await ctx.db.writeTogether((tx) => [
    tx.insert(posts).values(row),
    recordEvent(tx, ctx, { type: 'post.created', subjectId: id, cacheTags }),
  ]);
  return id;
}
