import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import type { MemberContext } from '@/lib/auth/viewer';
import { posts, postTags, tags } from '@/lib/db/schema/tenant';
import { tenantTest } from '@/lib/testing/tenant-test/tenant-test';
import { readSearch } from './read-search';

const test = tenantTest();

async function tagAll(ctx: MemberContext): Promise<void> {
  await ctx.db.write(async (tx) => {
    const [tag] = await tx.select({ id: tags.id }).from(tags);
    const found = await tx.select({ id: posts.id }).from(posts);
    const links = found.map(({ id }) => ({ postId: id, tagId: tag?.id ?? '' }));
    await tx.insert(postTags).values(links);
  });
}

test('finds what is out with its topics, and drafts for who may see them', async ({ asOwner }) => {
  const { name } = asOwner.tenant;
  await tagAll(asOwner);
  const out = await readSearch(asOwner, name, { drafts: false });
  expect(out.posts.map(({ slug, isDraft }) => [slug, isDraft])).toEqual([['hello', false]]);
  expect(out.posts[0]?.tags.map(({ slug }) => slug)).toEqual(['news']);
  expect(out).toMatchObject({ text: name, total: 1, isCut: false, isWordless: false });
  const all = await readSearch(asOwner, name, { drafts: true });
  const drafts = all.posts.filter(({ isDraft }) => isDraft);
  expect(drafts.map(({ slug, isScheduled }) => [slug, isScheduled])).toEqual([['draft', false]]);
  const tomorrow = new Date(Date.now() + 86_400_000);
  await asOwner.db.write((tx) =>
    tx
      .update(posts)
      .set({ status: 'scheduled', publishedAt: tomorrow })
      .where(eq(posts.slug, 'draft')),
  );
  const later = await readSearch(asOwner, name, { drafts: true });
  expect(later.posts.find(({ slug }) => slug === 'draft')).toMatchObject({
    ...{ isDraft: true, isScheduled: true },
  });
});

test('finds nothing of another tenant', async ({ asOwner, other }) => {
  const { posts: found } = await readSearch(asOwner, `"${other.name}"`, { drafts: true });
  expect(found.filter(({ title }) => title.includes(other.name))).toEqual([]);
});

test('says nothing of topics where they are switched off', async ({ asOwner }) => {
  await tagAll(asOwner);
  const { settings } = asOwner.tenant;
  const without = { ...asOwner.tenant, settings: { ...settings, features: { topics: false } } };
  const ctx = { ...asOwner, tenant: without as typeof asOwner.tenant };
  const { posts: found } = await readSearch(ctx, asOwner.tenant.name, { drafts: false });
  expect(found.map((post) => post.tags)).toEqual([[]]);
});

test('searches by the beginning of a long text, and says so', async ({ asOwner }) => {
  const long = await readSearch(asOwner, `hello ${'é'.repeat(10_000)}`, { drafts: false });
  expect([...long.text]).toHaveLength(200);
  expect(long.isCut).toBe(true);
  const signs = await readSearch(asOwner, ' %_\\ ', { drafts: false });
  expect(signs).toMatchObject({ text: '%_\\', isWordless: true, total: 0, posts: [] });
});
