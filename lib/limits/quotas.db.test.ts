import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { postsResource } from '../admin/resources/posts';
import { posts } from '../db/schema/tenant';
import { LimitReached } from '../limit-reached';
import { createRecord } from '../resources/create-record';
import { restoreRecords } from '../resources/restore-records';
import { trashRecords } from '../resources/trash-records';
import { quotaWorld } from '../testing/quota-world';

const world = quotaWorld();

const newPost = (title: string, tenant = world.acme) =>
  createRecord(tenant.ctx, postsResource, { title, authorId: tenant.authorId });

describe('posts', () => {
  test('are counted wherever they come from and go to', async () => {
    const { id } = await newPost('One');
    await world.owner`
      insert into posts (tenant_id, slug, title, author_id)
      select ${world.acme.id}, 'p' || n, 'Post', ${world.acme.authorId} from generate_series(1, 30) n`;
    expect(await world.used('posts')).toBe(31);
    await trashRecords(world.acme.ctx, postsResource, { ids: [id] });
    expect(await world.used('posts')).toBe(30);
    await restoreRecords(world.acme.ctx, postsResource, { ids: [id] });
    expect(await world.used('posts')).toBe(31);
    await world.owner`delete from posts where slug like 'p%'`;
    expect(await world.used('posts')).toBe(1);
    expect(await world.used('posts', world.globex)).toBe(0);
  });

  test('over the limit are refused in words that say what, how many and what to do', async () => {
    await world.limit('posts', 2);
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
    expect(await world.used('posts')).toBe(2);
    await newPost('Theirs', world.globex);
  });

  test('of many at once no more get in than there are places, with or without one flight', async () => {
    await world.limit('posts', 5);
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
    expect([row?.n, await world.used('posts')]).toEqual([5, 5]);
  });

  test('that come back from the trash ask for their place; those that fit get it', async () => {
    const ids = [];
    for (const title of ['One', 'Two', 'Three']) ids.push((await newPost(title)).id);
    await trashRecords(world.acme.ctx, postsResource, { ids });
    await world.limit('posts', 2);
    const { done, left } = await restoreRecords(world.acme.ctx, postsResource, { ids });
    expect([done.length, left.length]).toEqual([2, 1]);
    expect(left[0]?.why).toMatch(/limit of posts/);
    expect(await world.used('posts')).toBe(2);
  });

  test('stay and can be changed when the limit falls below what there is', async () => {
    const { id } = await newPost('One');
    await newPost('Two');
    await world.limit('posts', 1);
    await world.acme.ctx.db.write((tx) =>
      tx.update(posts).set({ title: 'Changed' }).where(eq(posts.id, id)),
    );
    await expect(newPost('Three')).rejects.toThrow('2 of 1');
    await trashRecords(world.acme.ctx, postsResource, { ids: [id] });
    expect(await world.used('posts')).toBe(1);
  });
});

describe('what is told', () => {
  test('near and full once for each crossing, and again only after it had become clearly less', async () => {
    await world.limit('posts', 10);
    const ids = [];
    for (let n = 1; n <= 7; n += 1) ids.push((await newPost(`Post ${n}`)).id);
    expect(await world.told()).toEqual([]);
    ids.push((await newPost('Post 8')).id);
    await trashRecords(world.acme.ctx, postsResource, { ids: ids.slice(0, 1) });
    await restoreRecords(world.acme.ctx, postsResource, { ids: ids.slice(0, 1) });
    expect(await world.told()).toEqual(['tenant.limit-near posts']);
    await newPost('Post 9');
    await newPost('Post 10');
    await expect(newPost('Post 11')).rejects.toThrow(LimitReached);
    expect(await world.told()).toEqual(['tenant.limit-near posts', 'tenant.limit-reached posts']);
    await trashRecords(world.acme.ctx, postsResource, { ids: ids.slice(0, 5) });
    await restoreRecords(world.acme.ctx, postsResource, { ids: ids.slice(0, 5) });
    expect((await world.told()).slice(2)).toEqual([
      'tenant.limit-near posts',
      'tenant.limit-reached posts',
    ]);
  });

  test('a limit set below what there is', async () => {
    await newPost('One');
    await world.limit('posts', 1);
    expect(await world.told()).toEqual(['tenant.limit-reached posts']);
  });
});
