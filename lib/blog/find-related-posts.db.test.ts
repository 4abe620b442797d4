import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TenantContext } from '../tenancy/tenant';
import { plantPosts } from '../testing/search/plant-posts';
import { openTwoTenants, type TwoTenants } from '../testing/two-tenants';
import { findPublishedPost } from './find-published-post';

let tenants: TwoTenants;
beforeAll(async () => {
  tenants = await openTwoTenants();
  const { owner, acme, globex } = tenants;
  const slugs = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];
  const all = slugs.map((slug) => ({ slug, title: slug }));
  await plantPosts(owner, acme, [...all, { slug: 'draft', title: 'Draft', status: 'draft' }]);
  await plantPosts(owner, globex, all);
  await owner`
    insert into tags (tenant_id, slug, name) select t, n, n
    from unnest(array[${acme.id}, ${globex.id}]::uuid[]) t, unnest(array['a', 'b']) n`;
  const carry = (tenant: string, slug: string, tags: string[]) => owner`
    insert into post_tags (tenant_id, post_id, tag_id)
    select p.tenant_id, p.id, g.id from posts p join tags g on g.tenant_id = p.tenant_id
    where p.tenant_id = ${tenant} and p.slug = ${slug} and g.slug = any(${tags})`;
  for (const tenant of [acme.id, globex.id]) {
    await carry(tenant, 'one', ['a', 'b']);
    await carry(tenant, 'two', ['a']);
    await carry(tenant, 'four', ['a']);
    await carry(tenant, 'six', ['a', 'b']);
    await carry(tenant, 'seven', ['b']);
  }
  await carry(acme.id, 'draft', ['a', 'b']);
});
afterAll(() => tenants.close());

const relatedTo = async (slug: string) => {
  const ctx = tenants.acme.ctx as unknown as TenantContext;
  return (await findPublishedPost(ctx, slug))?.related.map((post) => post.slug);
};

test('posts that share the most topics come first, then the newest; neighbours and drafts do not', async () => {
  expect(await relatedTo('one')).toEqual(['six', 'seven']);
  expect(await relatedTo('four')).toEqual(['six', 'two']);
  expect(await relatedTo('three')).toEqual([]);
});

test('a topic in the trash relates nothing', async () => {
  await tenants.owner`update tags set deleted_at = now() where slug = 'b'`;
  expect(await relatedTo('seven')).toEqual([]);
  expect(await relatedTo('one')).toEqual(['six', 'four']);
});
