import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { postsResource } from '../admin/resources/posts';
import { tagsResource } from '../admin/resources/tags';
import { openTwoTenants, type TwoTenants } from '../testing/two-tenants';
import { mostSelected } from './change-many';
import { runAction } from './run-action';
import { listQuery } from './testing/suite-world';
import { trashRecords } from './trash-records';

let tenants: TwoTenants;
beforeAll(async () => {
  tenants = await openTwoTenants();
});
afterAll(() => tenants.close());
afterEach(() => tenants.owner`truncate posts, tags cascade`);

const [most, some] = [200, 5];
const addTags = async (count: number) => {
  for (const { id } of [tenants.acme, tenants.globex]) {
    await tenants.owner`
      insert into tags (tenant_id, slug, name)
      select ${id}, 'tag-' || n, 'Tag ' || n from generate_series(1, ${count}::int) n`;
  }
};
const addPosts = (count: number, status: string) => {
  const { owner, acme } = tenants;
  return owner`
    insert into posts (tenant_id, slug, title, body, status, published_at, author_id)
    select ${acme.id}, ${status} || n, 'Post ' || n, 'x', ${status},
      case when ${status} = 'published' then now() end, ${acme.authorId}
    from generate_series(1, ${count}::int) n`;
};
const countOf = async (condition: string) => {
  const [row] = await tenants.owner.unsafe(`select count(*)::int as n from ${condition}`);
  return row?.n as number;
};

describe('one run takes 10,000 records', () => {
  test('of all that a list shows', async () => {
    await addTags(mostSelected + some);
    const seen: number[] = [];
    // Each takes its time, so this one ends with the first batch.
    const onProgress = (_done: number, of: number) => {
      seen.push(of);
      throw new Error('enough');
    };
    const query = listQuery(tagsResource);
    const run = trashRecords(tenants.acme.ctx, tagsResource, { query }, { onProgress });
    await expect(run).rejects.toThrow('enough');
    expect(seen).toEqual([10_000]);
  });

  test('of those named by their ids, and says that there were more', async () => {
    const ids = Array.from({ length: mostSelected + 1 }, () => crypto.randomUUID());
    const outcome = await trashRecords(tenants.acme.ctx, tagsResource, { ids });
    expect([outcome.left.length, outcome.capped]).toEqual([10_000, true]);
  });
});

describe('of more records than one run takes', () => {
  test('so many are changed and the outcome says so; asking again does the rest', async () => {
    const { ctx } = tenants.acme;
    await addTags(most + some);
    const query = listQuery(tagsResource);
    const run = () => trashRecords(ctx, tagsResource, { query }, { most });
    const first = await run();
    expect([first.done.length, first.left, first.capped]).toEqual([most, [], true]);
    expect(await countOf('tags where deleted_at is not null')).toBe(most);
    const again = await run();
    expect([again.done.length, again.left, again.capped]).toEqual([some, [], false]);
    expect(await run()).toEqual({ done: [], left: [], capped: false });
    const theirs = `tags where deleted_at is null and tenant_id = '${tenants.globex.id}'`;
    expect(await countOf(theirs)).toBe(most + some);
  });

  // Else "repeat it for the rest" would lead to the same ones each time.
  test('those that need no change do not stand before those that do', async () => {
    const { ctx } = tenants.acme;
    await addPosts(most, 'published');
    await addPosts(some, 'draft');
    const query = listQuery(postsResource);
    const outcome = await runAction(ctx, postsResource, 'publish', { query }, { most });
    const { done, left, capped } = outcome;
    expect([done.length, left.length, capped]).toEqual([some, most - some, false]);
    expect(await countOf("posts where status = 'draft'")).toBe(0);
  });

  test('several runs publish them all, and the last one says that nothing is left', async () => {
    const { ctx } = tenants.acme;
    await addPosts(most * 2 + some, 'draft');
    const query = listQuery(postsResource);
    const run = () => runAction(ctx, postsResource, 'publish', { query }, { most });
    const outcomes = [await run(), await run(), await run()];
    const told = outcomes.map(({ done, capped }) => [done.length, capped]);
    expect(told).toEqual([
      [most, true],
      [most, true],
      [some, false],
    ]);
  });
});
