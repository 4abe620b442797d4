import { postsResource } from '../../admin/resources/posts';
import { tagsResource } from '../../admin/resources/tags';
import type { MemberContext } from '../../auth/viewer';
import { authors } from '../../db/schema/tenant';
import { createRecord } from '../../resources/create-record';

/**
 * Gives a tenant of a test a tag and two posts, through the resource engine. Every tenant gets the
 * same slugs, and its own name in each title: what is read from the wrong one shows.
 */
export async function plainRows(ctx: MemberContext): Promise<void> {
  const { name } = ctx.tenant;
  const [author] = await ctx.db.read((tx) => tx.select({ id: authors.id }).from(authors));
  await createRecord(ctx, tagsResource, { slug: 'news', name: `News of ${name}` });
  const body = `A text of ${name}.`;
  const post = { body, authorId: author?.id };
  const hello = { slug: 'hello', title: `Hello from ${name}`, status: 'published' };
  await createRecord(ctx, postsResource, { ...post, ...hello });
  await createRecord(ctx, postsResource, { ...post, slug: 'draft', title: `Draft of ${name}` });
}
