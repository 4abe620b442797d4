import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { posts } from '../db/schema/tenant';
import type { TenantContext } from '../tenancy/tenant';
import { openTwoTenants, type TwoTenants } from '../testing/two-tenants';
import { findMovedPost } from './find-moved-post';

let tenants: TwoTenants;
beforeAll(async () => {
  tenants = await openTwoTenants();
});
afterAll(() => tenants.close());
beforeEach(() => tenants.owner`delete from posts`);

const ctx = (name: 'acme' | 'globex' = 'acme') => tenants[name].ctx as unknown as TenantContext;
const add = (slug: string, published = true) => tenants.owner`
  insert into posts (tenant_id, slug, title, author_id, status, published_at)
  values (${tenants.acme.id}, ${slug}, 'Post', ${tenants.acme.authorId},
    ${published ? 'published' : 'draft'}, ${published ? new Date() : null})`;
const rename = (from: string, to: string) =>
  tenants.owner`update posts set slug = ${to} where slug = ${from}`;

test('former addresses of a published post lead to the present one, at its own tenant alone', async () => {
  await add('first');
  await rename('first', 'second');
  await rename('second', 'third');
  expect(await findMovedPost(ctx(), 'first')).toBe('third');
  expect(await findMovedPost(ctx(), 'second')).toBe('third');
  expect(await findMovedPost(ctx(), 'third')).toBeNull();
  expect(await findMovedPost(ctx('globex'), 'first')).toBeNull();
  await tenants.owner`update posts set status = 'draft'`;
  expect(await findMovedPost(ctx(), 'first')).toBeNull();
});

test('the last post that had an address keeps it', async () => {
  await add('shared');
  await rename('shared', 'a');
  await add('shared');
  await rename('shared', 'b');
  expect(await findMovedPost(ctx(), 'shared')).toBe('b');
});

test('an address that was never public leads nowhere, and nothing of a deleted post stays', async () => {
  await add('draft', false);
  await rename('draft', 'other');
  expect(await findMovedPost(ctx(), 'draft')).toBeNull();
  await add('gone');
  await rename('gone', 'away');
  await tenants.owner`delete from posts where slug = 'away'`;
  const [left] = await tenants.owner`select count(*)::int as n from former_post_slugs`;
  expect(left?.n).toBe(0);
});

test('the application keeps it when it changes a slug', async () => {
  await add('mine');
  await ctx().db.write((tx) => tx.update(posts).set({ slug: 'ours' }));
  expect(await findMovedPost(ctx(), 'mine')).toBe('ours');
});
