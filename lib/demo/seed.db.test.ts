import { verify } from '@node-rs/argon2';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppClient, createAppClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { type TestDatabase, testDatabase } from '../testing/database';
import { demoPassword } from './demo-people';
import { seedDemo } from './seed-demo';
import { seedTenants } from './seed-tenants';

let database: TestDatabase;
let owner: Sql;
let client: AppClient;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  client = createAppClient(database.appUrl, { max: 2 });
  await seedDemo(owner, client);
});
afterAll(async () => {
  await Promise.all([owner.end(), client.end()]);
  await database.drop();
});

/** Everything but times and ids: what a second run must not change. */
const contents = async () => ({
  people:
    await owner`select email, name, is_superuser, password_hash from platform.users order by 1`,
  tenants: await owner`select slug, name, settings, metadata, id from platform.tenants order by 1`,
  domains: await owner`select hostname, tenant_id, is_primary from platform.domains order by 1`,
  memberships: await owner`
    select t.slug, u.email, m.role from platform.memberships m
    join platform.tenants t on t.id = m.tenant_id join platform.users u on u.id = m.user_id
    order by 1, 2`,
  groups: await owner`
    select t.slug, g.name, m.email from platform.group_members gm
    join platform.groups g on g.id = gm.group_id
    join platform.memberships m on m.id = gm.membership_id
    join platform.tenants t on t.id = gm.tenant_id order by 1, 2, 3`,
  posts: await owner`select tenant_id, slug, title, status, body from posts order by 1, 2`,
  tags: await owner`select tenant_id, slug from tags order by 1, 2`,
  notifications: await owner`
    select t.slug, n.title, m.email, r.position::int, r.read_at is null as unread
    from notifications n join platform.tenants t on t.id = n.tenant_id
    join notification_receipts r on r.notification_id = n.id and r.tenant_id = n.tenant_id
    join platform.memberships m on m.user_id = r.user_id and m.tenant_id = n.tenant_id
    order by 1, 3`,
});

describe('the demo', () => {
  test('has the people of the contract, in their places', async () => {
    const { memberships, people } = await contents();
    expect(memberships.map(({ slug, email, role }) => `${email} ${role} of ${slug}`)).toEqual([
      'ada@example.com owner of acme',
      'bob@example.com editor of acme',
      'cleo@example.com member of acme',
      'bob@example.com member of globex',
      'gus@example.com owner of globex',
    ]);
    const { groups } = await contents();
    expect(groups.map(({ slug, name, email }) => `${email} in ${name} of ${slug}`)).toEqual([
      'ada@example.com in editors of acme',
      'bob@example.com in editors of acme',
      'gus@example.com in editors of globex',
    ]);
    const superusers = people.filter((person) => person.is_superuser);
    expect(superusers.map(({ email }) => email)).toEqual(['root@example.com']);
    for (const { password_hash } of people.filter((person) =>
      person.email.includes('@example.com'),
    )) {
      expect(await verify(password_hash, demoPassword)).toBe(true);
    }
  });
  test('has two tenants and the custom domains of one', async () => {
    const { tenants, domains } = await contents();
    expect(tenants.map(({ slug, name }) => [slug, name])).toEqual([
      ['acme', 'ACME Corporation'],
      ['globex', 'Globex'],
    ]);
    expect(domains.map(({ hostname }) => hostname)).toEqual([
      'blog.acme.localhost',
      'blog.acme.test',
    ]);
    expect(new Set(domains.map(({ tenant_id }) => tenant_id))).toEqual(new Set([tenants[0]?.id]));
  });
  test('has one announcement each, which everybody has read', async () => {
    const { notifications } = await contents();
    const one = { title: 'Welcome', position: 1, unread: false };
    expect(notifications).toEqual([
      ...['ada', 'bob', 'cleo'].map((who) => ({
        slug: 'acme',
        email: `${who}@example.com`,
        ...one,
      })),
      ...['bob', 'gus'].map((who) => ({ slug: 'globex', email: `${who}@example.com`, ...one })),
    ]);
  });
  test('has at least 12 published posts each, with the same slugs and different texts', async () => {
    const { posts, tenants } = await contents();
    const [acme, globex] = tenants.map(({ id }) =>
      posts.filter((post) => post.tenant_id === id && post.status === 'published'),
    );
    expect(acme?.length).toBeGreaterThanOrEqual(12);
    expect(acme?.map(({ slug }) => slug)).toEqual(globex?.map(({ slug }) => slug));
    expect(acme?.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(['hello-world', 'search-that-works']),
    );
    acme?.forEach((post, n) => {
      expect(post.body).not.toBe(globex?.[n]?.body);
    });
  });
  test('seeded again changes nothing', async () => {
    const { people, ...before } = await contents();
    await seedDemo(owner, client);
    const { people: again, ...after } = await contents();
    expect(after).toEqual(before);
    expect(again.map(({ email }) => email)).toEqual(people.map(({ email }) => email));
  });
  test('seeded again keeps what people have changed', async () => {
    await owner`update posts set title = 'Mine' where slug = 'hello-world'`;
    await owner`update platform.tenants set name = 'Renamed' where slug = 'acme'`;
    await owner`update platform.users set password_hash = 'own' where email = 'ada@example.com'`;
    await seedDemo(owner, client);
    const { posts, tenants, people } = await contents();
    expect(posts.filter(({ title }) => title === 'Mine')).toHaveLength(2);
    expect(tenants[0]?.name).toBe('Renamed');
    expect(people.find(({ email }) => email === 'ada@example.com')?.password_hash).toBe('own');
  });
  test('seeded again brings back what was removed', async () => {
    const { posts } = await contents();
    await owner`delete from posts where slug = 'hello-world'`;
    await seedDemo(owner, client);
    expect((await contents()).posts).toHaveLength(posts.length);
  });
});

describe('made-up tenants', () => {
  const count = async () => {
    const [row] = await owner`
      select (select count(*)::int from platform.tenants where metadata @> '{"seeded": true}') as tenants,
        (select count(*)::int from posts p join platform.tenants t on t.id = p.tenant_id
          where t.metadata @> '{"seeded": true}') as posts`;
    return row;
  };
  test('are made, with posts of their own', async () => {
    await seedTenants(owner, 20, 5);
    expect(await count()).toEqual({ tenants: 20, posts: 100 });
    await seedTenants(owner, 20, 5);
    expect(await count()).toEqual({ tenants: 20, posts: 100 });
    await seedTenants(owner, 25, 6);
    expect(await count()).toEqual({ tenants: 25, posts: 150 });
  });
  test('leave the demo alone', async () => {
    const [row] = await owner`
      select count(*)::int as n from posts where slug like 'post-%' and tenant_id in (
        select id from platform.tenants where slug in ('acme', 'globex'))`;
    expect(row?.n).toBe(0);
  });
});
