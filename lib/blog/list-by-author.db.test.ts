import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TenantContext } from '../tenancy/tenant';
import { plantPosts } from '../testing/search/plant-posts';
import { openTwoTenants, type TwoTenants } from '../testing/two-tenants';
import { findAuthor } from './find-author';
import { listPosts } from './list-posts';

let tenants: TwoTenants;
let other: string;
beforeAll(async () => {
  tenants = await openTwoTenants();
  const { owner, acme, globex } = tenants;
  const [second] = await owner`
    insert into authors (tenant_id, slug, name) values (${acme.id}, 'second', 'Second') returning id`;
  other = second?.id;
  await plantPosts(owner, acme, [{ slug: 'first-by', title: 'By the first' }]);
  await plantPosts(owner, { id: acme.id, authorId: other }, [
    { slug: 'second-by', title: 'By the second' },
    { slug: 'draft', title: 'Draft', status: 'draft' },
  ]);
  await plantPosts(owner, globex, [{ slug: 'theirs', title: 'Theirs' }]);
});
afterAll(() => tenants.close());

const ctx = () => tenants.acme.ctx as unknown as TenantContext;
const by = async (author: string) =>
  (await listPosts(ctx(), { limit: 9, author })).posts.map(({ slug }) => slug);

test('posts are listed by their author, published ones of the own tenant alone', async () => {
  expect(await by('writer')).toEqual(['first-by']);
  expect(await by('second')).toEqual(['second-by']);
  expect(await by('nobody')).toEqual([]);
  expect(await findAuthor(ctx(), 'second')).toEqual({ slug: 'second', name: 'Second' });
});

test('an author in the trash has no page, and their posts no link to one', async () => {
  await tenants.owner`update authors set deleted_at = now() where id = ${other}`;
  expect(await findAuthor(ctx(), 'second')).toBeNull();
  expect(await by('second')).toEqual([]);
  const { posts } = await listPosts(ctx(), { limit: 9 });
  expect(Object.fromEntries(posts.map(({ author }) => [author.name, author.slug]))).toEqual({
    acme: 'writer',
    Second: null,
  });
});
