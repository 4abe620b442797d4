import { afterAll, beforeAll, expect, test } from 'vitest';
import { posts } from '../../db/schema/tenant';
import { corpus, foreignCorpus } from '../../testing/search/corpus';
import { plantPosts } from '../../testing/search/plant-posts';
import { openTwoTenants, type TwoTenants } from '../../testing/two-tenants';
import { findInPosts } from './find-in-posts';

let tenants: TwoTenants;
beforeAll(async () => {
  tenants = await openTwoTenants();
  await plantPosts(tenants.owner, tenants.acme, corpus);
  await plantPosts(tenants.owner, tenants.globex, foreignCorpus);
});
afterAll(() => tenants.close());

const slugs = async (typed: string) => {
  const { db } = tenants.acme.ctx;
  const rows = await db.read((tx) =>
    tx.select({ slug: posts.slug }).from(posts).where(findInPosts(typed)),
  );
  return rows.map(({ slug }) => slug).sort();
};

test('lists are narrowed to what a text is about, drafts too, and to the own tenant', async () => {
  expect(await slugs('anvil')).toEqual(['anvils', 'deep', 'told']);
  expect(await slugs('unfinished')).toEqual(['draft']);
  expect(await slugs('globexian')).toEqual([]);
});

test('nothing to look for narrows nothing', () => {
  expect(findInPosts(' % ')).toBeUndefined();
});
