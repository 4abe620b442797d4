import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TenantContext } from '../tenancy/tenant';
import { openTwoTenants, type TwoTenants } from '../testing/two-tenants';
import { listOtherAddresses } from './list-other-addresses';
import { listAddressParts, listPostAddresses } from './list-post-addresses';

const count = 12_003;
const size = 5000;
let tenants: TwoTenants;
beforeAll(async () => {
  tenants = await openTwoTenants();
  const { owner, acme, globex } = tenants;
  for (const { id, authorId } of [acme, globex]) {
    await owner`
      insert into posts (tenant_id, author_id, slug, title, status, published_at)
      select ${id}, ${authorId}, 'post-' || n, 'Post ' || n,
        case when n % 1000 = 0 then 'draft' else 'published' end, now()
      from generate_series(1, ${count}) n`;
  }
  await owner`analyze posts`;
});
afterAll(() => tenants.close());

const ctx = () => tenants.acme.ctx as unknown as TenantContext;

test('the parts of many posts hold each published one once, and no draft', async () => {
  const parts = await listAddressParts(ctx(), size);
  expect(parts).toHaveLength(3);
  const found: string[] = [];
  for (const { from } of parts) {
    const part = await listPostAddresses(ctx(), { from, limit: size });
    found.push(...part.map(({ slug }) => slug));
  }
  expect(found).toHaveLength(count - 12);
  expect(new Set(found).size).toBe(found.length);
  expect(found).not.toContain('post-1000');
});

test('a part tells when something in it was changed last', async () => {
  const [first, second] = await listAddressParts(ctx(), size);
  const changed = '2031-01-02T03:04:05.678Z';
  await tenants.owner`update posts set updated_at = ${changed} where id = ${second?.from ?? ''}`;
  const after = await listAddressParts(ctx(), size);
  expect(after[0]).toEqual(first);
  expect(after[1]).toEqual({ from: second?.from, updatedAt: changed });
});

test('topics and authors are those of published posts', async () => {
  const { owner, acme } = tenants;
  await owner`insert into authors (tenant_id, slug, name) values (${acme.id}, 'silent', 'Silent')`;
  await owner`
    insert into tags (tenant_id, slug, name) values
      (${acme.id}, 'used', 'Used'), (${acme.id}, 'unused', 'Unused'), (${acme.id}, 'drafted', 'Drafted')`;
  await owner`
    insert into post_tags (tenant_id, post_id, tag_id)
    select p.tenant_id, p.id, t.id from posts p join tags t on t.tenant_id = p.tenant_id
    where (p.slug, t.slug) in (('post-1', 'used'), ('post-2', 'used'), ('post-1000', 'drafted'))`;
  expect(await listOtherAddresses(ctx())).toEqual({ tags: ['used'], authors: ['writer'] });
});
