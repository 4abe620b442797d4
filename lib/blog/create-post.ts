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
  return ctx.db.write(async (tx) => {
    const [row] = await tx
      .insert(posts)
      .values({ ...values, publishedAt, readingMinutes: readingMinutes(values.body) })
      .returning({ id: posts.id });
    if (!row) throw new Error('The post was not written.');
    const cacheTags = [postsTag(ctx.tenant.id)];
    await recordEvent(tx, { type: 'post.created', subjectId: row.id, cacheTags });
    return row.id;
  });
}
