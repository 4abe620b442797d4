import { and, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { postsResource } from '../admin/resources/posts';
import { quotas } from '../db/schema/platform';
import { posts } from '../db/schema/tenant';
import { LimitReached } from '../limit-reached';
import { createRecord } from '../resources/create-record';
import { restoreRecords } from '../resources/restore-records';
import { trashRecords } from '../resources/trash-records';
import { openTwoTenants, type TwoTenants } from '../testing/two-tenants';
import { readLimits } from './read-limits';
import { useStorage } from './use-storage';

let world: TwoTenants;
beforeAll(async () => {
  world = await openTwoTenants();
});
afterAll(() => world.close());
afterEach(async () => {
  await world.owner`delete from posts`;
  await world.owner`delete from platform.memberships`;
  await world.owner`update platform.quotas set most = null, used = 0`;
  await world.owner`update platform.quota_defaults set most = null`;
  await world.owner`delete from platform.events`;
});

async function limit(name: string, most: number | null, tenant = world.acme.id) {
  await world.owner`
    update platform.quotas set most = ${most}, follows_default = false
    where tenant_id = ${tenant} and name = ${name}`;
}

async function used(name: string, tenant = world.acme): Promise<number> {
  const all = await tenant.ctx.db.read?.((tx) => readLimits(tx as never));
  return all?.find((one) => one.name === name)?.used ?? -1;
}

const newPost = (title: string, tenant = world.acme) =>
  createRecord(tenant.ctx, postsResource, { title, authorId: tenant.authorId });

async function told(): Promise<string[]> {
  const rows = await world.owner`
    select type, payload ->> 'label' as label from platform.events
    where type like 'tenant.limit%' order by id`;
  return rows.map(({ type, label }) => `${type} ${label}`);
}

describe('posts', () => {
  test('are counted wherever they come from and go to', async () => {
    const { id } = await newPost('One');
    await world.owner`
      insert into posts (tenant_id, slug, title, author_id)
      select ${world.acme.id}, 'p' || n, 'Post', ${world.acme.authorId} from generate_series(1, 30) n`;
    expect(await used('posts')).toBe(31);
    await trashRecords(world.acme.ctx, postsResource, { ids: [id] });
    expect(await used('posts')).toBe(30);
    await restoreRecords(world.acme.ctx, postsResource, { ids: [id] });
    expect(await used('posts')).toBe(31);
    await world.owner`delete from posts where slug like 'p%'`;
    expect(await used('posts')).toBe(1);
    expect(await used('posts', world.globex)).toBe(0);
  });

  test('over the limit are refused in words that say what, how many and what to do', async () => {
    await limit('posts', 2);
    await newPost('One');
    await newPost('Two');
    const third = newPost('Three');
    await expect(third).rejects.toThrow(LimitReached);
    await expect(third).rejects.toMatchObject({
      status: 409,
      message: expect.stringMatching(
        /limit of posts is reached: 2 of 2\. Move some to the trash, or/,
      ),
      limit: { name: 'posts', used: 2, most: 2 },
    });
    expect(await used('posts')).toBe(2);
    await newPost('Theirs', world.globex);
  });

  test('of many at once no more get in than there are places, with or without one flight', async () => {
    await limit('posts', 5);
    const results = await Promise.allSettled([
      ...Array.from({ length: 8 }, (_, n) => newPost(`Post ${n}`)),
      ...Array.from({ length: 8 }, (_, n) =>
        world.acme.ctx.db.write(async (tx) => {
          const row = { slug: `raw-${n}`, title: 'Raw', authorId: world.acme.authorId };
          await tx.insert(posts).values(row as never);
        }),
      ),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    for (const one of results) {
      if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(LimitReached);
    }
    const [row] = await world.owner`select count(*)::int as n from posts`;
    expect([row?.n, await used('posts')]).toEqual([5, 5]);
  });

  test('that come back from the trash ask for their place; those that fit get it', async () => {
    const ids = [];
    for (const title of ['One', 'Two', 'Three']) ids.push((await newPost(title)).id);
    await trashRecords(world.acme.ctx, postsResource, { ids });
    await limit('posts', 2);
    const { done, left } = await restoreRecords(world.acme.ctx, postsResource, { ids });
    expect([done.length, left.length]).toEqual([2, 1]);
    expect(left[0]?.why).toMatch(/limit of posts/);
    expect(await used('posts')).toBe(2);
  });

  test('stay and can be changed when the limit falls below what there is', async () => {
    const { id } = await newPost('One');
    await newPost('Two');
    await limit('posts', 1);
    await world.acme.ctx.db.write((tx) =>
      tx.update(posts).set({ title: 'Changed' }).where(eq(posts.id, id)),
    );
    await expect(newPost('Three')).rejects.toThrow('2 of 1');
    await trashRecords(world.acme.ctx, postsResource, { ids: [id] });
    expect(await used('posts')).toBe(1);
  });
});

describe('what is told', () => {
  test('near and full once for each crossing, and again only after it had become clearly less', async () => {
    await limit('posts', 10);
    const ids = [];
    for (let n = 1; n <= 7; n += 1) ids.push((await newPost(`Post ${n}`)).id);
    expect(await told()).toEqual([]);
    ids.push((await newPost('Post 8')).id);
    await trashRecords(world.acme.ctx, postsResource, { ids: ids.slice(0, 1) });
    await restoreRecords(world.acme.ctx, postsResource, { ids: ids.slice(0, 1) });
    expect(await told()).toEqual(['tenant.limit-near posts']);
    await newPost('Post 9');
    await newPost('Post 10');
    await expect(newPost('Post 11')).rejects.toThrow(LimitReached);
    expect(await told()).toEqual(['tenant.limit-near posts', 'tenant.limit-reached posts']);
    await trashRecords(world.acme.ctx, postsResource, { ids: ids.slice(0, 5) });
    await restoreRecords(world.acme.ctx, postsResource, { ids: ids.slice(0, 5) });
    expect((await told()).slice(2)).toEqual([
      'tenant.limit-near posts',
      'tenant.limit-reached posts',
    ]);
  });

  test('a limit set below what there is', async () => {
    await newPost('One');
    await limit('posts', 1);
    expect(await told()).toEqual(['tenant.limit-reached posts']);
  });
});

describe('members', () => {
  const people = (count: number) =>
    world.owner`
      insert into platform.users (email, name)
      select gen_random_uuid() || '@example.com', 'P' from generate_series(1, ${count}) returning id`;
  const join = (id: string, tenant = world.acme.id) =>
    world.owner`insert into platform.memberships (tenant_id, user_id) values (${tenant}, ${id})`;

  test('are counted by every way in, and of many at once the last place is taken once', async () => {
    await limit('members', 3);
    const all = await people(10);
    const results = await Promise.allSettled(all.map(({ id }) => join(id)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(await used('members')).toBe(3);
    for (const { id } of all) await join(id, world.globex.id);
    await world.owner`delete from platform.users where id in ${world.owner(all.map(({ id }) => id))}`;
    expect([await used('members'), await used('members', world.globex)]).toEqual([0, 0]);
  });
});

describe('storage', () => {
  const take = (bytes: number, tenant = world.acme) =>
    tenant.ctx.db.write((tx) => useStorage(tx as never, bytes));

  test('is taken and given back, and never more than there is', async () => {
    await limit('storage', 1000);
    expect(await take(600)).toBe(600);
    const tries = await Promise.allSettled([take(300), take(300), take(300)]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(take(101)).rejects.toThrow('900 bytes of 1000 bytes are used');
    expect(await take(-5000)).toBe(0);
    expect(await take(10 ** 12, world.globex)).toBe(10 ** 12);
    expect(await used('storage')).toBe(0);
  });

  test('goes with the transaction that noted the file', async () => {
    const undone = world.acme.ctx.db.write(async (tx) => {
      await useStorage(tx as never, 10);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await used('storage')).toBe(0);
  });
});

describe('limits', () => {
  test('a new tenant has the platform’s, and follows them until it is given its own', async () => {
    await world.owner`update platform.quota_defaults set most = 7 where name = 'posts'`;
    const [made] = await world.owner`
      insert into platform.tenants (slug, name, owner_id)
      select 'fresh', 'Fresh', owner_id from platform.tenants limit 1 returning id`;
    const mostOf = async () => {
      const [row] = await world.owner`
        select most from platform.quotas where tenant_id = ${made?.id} and name = 'posts'`;
      return row?.most === null ? null : Number(row?.most);
    };
    expect(await mostOf()).toBe(7);
    await world.owner`update platform.quota_defaults set most = 9 where name = 'posts'`;
    expect(await mostOf()).toBe(9);
    await limit('posts', 3, made?.id);
    await world.owner`update platform.quota_defaults set most = 11 where name = 'posts'`;
    expect(await mostOf()).toBe(3);
  });

  test('a tenant cannot set its own, nor see another’s', async () => {
    const { db } = world.acme.ctx;
    const raise = db.write((tx) => tx.update(quotas).set({ most: null, used: 0 }));
    await expect(raise).rejects.toMatchObject({ cause: { code: '42501' } });
    const rows = await db.read((tx) =>
      tx
        .select()
        .from(quotas)
        .where(and(eq(quotas.tenantId, world.globex.id))),
    );
    expect(rows).toEqual([]);
  });
});
