import type { Sql } from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { countDependants } from '../../resources/count-dependants';
import { createRecord } from '../../resources/create-record';
import { deleteForever } from '../../resources/delete-forever';
import { getRecord } from '../../resources/find-record';
import { listChoices } from '../../resources/list-choices';
import { readListQuery } from '../../resources/list-query';
import { listRecords } from '../../resources/list-records';
import { recordHistory } from '../../resources/record-history';
import type { Resource } from '../../resources/resource';
import { restoreVersion } from '../../resources/restore-version';
import type { SuiteTenant } from '../../resources/testing/suite-world';
import { trashRecords } from '../../resources/trash-records';
import { updateRecord } from '../../resources/update-record';
import { openTwoTenants, type TwoTenants } from '../../testing/two-tenants';
import { authorsResource } from './authors';
import { postsResource } from './posts';
import { tagsResource } from './tags';

let tenants: TwoTenants;
let owner: Sql;
let acme: SuiteTenant;
let globex: SuiteTenant;
beforeAll(async () => {
  tenants = await openTwoTenants();
  ({ owner, acme, globex } = tenants);
});
afterAll(() => tenants.close());
beforeEach(async () => {
  await owner`delete from posts`;
  await owner`delete from tags`;
  await owner`delete from revisions`;
  await owner`delete from platform.events`;
});

const make = async (resource: Resource, input: object, tenant = acme) =>
  (await createRecord(tenant.ctx, resource, input)).id;
const post = (title: string, more: object = {}, tenant = acme) =>
  make(postsResource, { title, authorId: tenant.authorId, ...more }, tenant);
const titles = async (params: Record<string, string>) => {
  const page = await listRecords(acme.ctx, postsResource, readListQuery(postsResource, params));
  return page.records.map(({ label }) => label).sort();
};

describe('the tags of a post', () => {
  test('are saved with it and stand in its history; those that are gone stay gone', async () => {
    const [one, two, three] = [
      await make(tagsResource, { name: 'One' }),
      await make(tagsResource, { name: 'Two' }),
      await make(tagsResource, { name: 'Three' }),
    ];
    const id = await post('Tagged', { tags: [one, two, one] });
    const first = await getRecord(acme.ctx, postsResource, id);
    expect(first.related.tags?.map(({ label }) => label)).toEqual(['One', 'Two']);
    // The same tags in another order are no change.
    const same = await updateRecord(acme.ctx, postsResource, id, 1, { tags: [two, one] });
    expect(same.changed).toEqual([]);
    await updateRecord(acme.ctx, postsResource, id, 1, { tags: [three] });
    const { versions } = await recordHistory(acme.ctx, postsResource, id);
    expect(versions[0]?.changes).toEqual([
      {
        field: 'tags',
        label: 'Tags',
        kind: 'relations',
        before: expect.arrayContaining(['One', 'Two']),
        after: ['Three'],
      },
    ]);
    await trashRecords(acme.ctx, tagsResource, { ids: [two] });
    const restored = await restoreVersion(acme.ctx, postsResource, id, 1, 2);
    expect(restored.told).toEqual(['Tags: 1 is gone and could not be brought back.']);
    expect((await getRecord(acme.ctx, postsResource, id)).values.tags).toEqual([one]);
  });

  test('cannot be those in the trash, but stay where they were chosen before', async () => {
    const tag = await make(tagsResource, { name: 'Old' });
    const id = await post('Kept', { tags: [tag] });
    await trashRecords(acme.ctx, tagsResource, { ids: [tag] });
    await expect(post('New', { tags: [tag] })).rejects.toMatchObject({
      errors: { fields: { tags: ['One of the tags does not exist.'] } },
    });
    await updateRecord(acme.ctx, postsResource, id, 1, { title: 'Still kept', tags: [tag] });
    const { related } = await getRecord(acme.ctx, postsResource, id);
    expect(related.tags).toEqual([{ id: tag, label: 'Old', trashed: true }]);
    const offered = await listChoices(acme.ctx, postsResource, 'tags', { chosen: [tag] });
    expect(offered).toEqual([{ id: tag, label: 'Old', trashed: true }]);
    expect(await listChoices(acme.ctx, postsResource, 'tags')).toEqual([]);
  });

  test('are offered by name, twenty at most, and found by a part of it', async () => {
    for (let n = 10; n < 35; n += 1) await make(tagsResource, { name: `Tag ${n}` });
    await make(tagsResource, { name: 'Tag of theirs' }, globex);
    const all = await listChoices(acme.ctx, postsResource, 'tags');
    expect(all.map(({ label }) => label)).toEqual(
      Array.from({ length: 20 }, (_, n) => `Tag ${n + 10}`),
    );
    const some = await listChoices(acme.ctx, postsResource, 'tags', { q: 'TAG 3' });
    expect(some.map(({ label }) => label)).toEqual([30, 31, 32, 33, 34].map((n) => `Tag ${n}`));
    expect(await listChoices(acme.ctx, postsResource, 'tags', { q: '%' })).toEqual([]);
    await expect(listChoices(acme.ctx, postsResource, 'title')).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('the list of posts', () => {
  test('is narrowed by several filters at once', async () => {
    const [news, other] = [
      await make(tagsResource, { name: 'News' }),
      await make(tagsResource, { name: 'Other' }),
    ];
    const bob = await make(authorsResource, { name: 'Bob' });
    await post('A', { status: 'published', tags: [news], publishedAt: '2026-03-01T22:30:00Z' });
    await post('B', { status: 'published', tags: [news, other], authorId: bob });
    await post('C', { tags: [other], authorId: bob });
    await post('D', { status: 'published', tags: [news] }, globex).catch(() => {});
    expect(await titles({})).toEqual(['A', 'B', 'C']);
    expect(await titles({ status: 'published' })).toEqual(['A', 'B']);
    expect(await titles({ status: 'draft,published' })).toEqual(['A', 'B', 'C']);
    expect(await titles({ tags: `${news},${other}` })).toEqual(['A', 'B', 'C']);
    expect(await titles({ tags: other, status: 'published' })).toEqual(['B']);
    expect(await titles({ authorId: `${bob},${globex.authorId}` })).toEqual(['B', 'C']);
    expect(await titles({ authorId: globex.authorId })).toEqual([]);
    expect(await titles({ updatedAt: 'today', q: 'a' })).toEqual(['A']);
    expect(await titles({ publishedAt: 'yesterday' })).toEqual([]);
    // 22:30 UTC is 23:30 on the clocks of Berlin: the same day still.
    expect(await titles({ publishedAt: '2026-03-01' })).toEqual(['A']);
    expect(await titles({ publishedAt: '..2026-02-28' })).toEqual([]);
  });

  test('gives the authors of a page by name', async () => {
    await post('A');
    const page = await listRecords(acme.ctx, postsResource, readListQuery(postsResource, {}));
    expect(page.records[0]?.related.authorId).toEqual([
      { id: acme.authorId, label: 'acme', trashed: false },
    ]);
    expect(page.records[0]?.values).not.toHaveProperty('body');
  });
});

describe('what depends on a record', () => {
  test('is counted exactly, and keeps it from being deleted for ever', async () => {
    const bob = await make(authorsResource, { name: 'Robert' });
    const tag = await make(tagsResource, { name: 'News' });
    for (const n of [1, 2, 3]) await post(`Post ${n}`, { authorId: bob, tags: [tag] });
    expect(await countDependants(acme.ctx, authorsResource, [bob])).toEqual([
      { resource: 'posts', label: 'posts', count: 3, effect: 'blocks' },
    ]);
    expect(await countDependants(acme.ctx, tagsResource, [tag])).toEqual([
      { resource: 'posts', label: 'posts', count: 3, effect: 'goes too' },
    ]);
    expect(await countDependants(globex.ctx, authorsResource, [bob])).toEqual([]);
    await trashRecords(acme.ctx, authorsResource, { ids: [bob] });
    await trashRecords(acme.ctx, tagsResource, { ids: [tag] });
    const kept = await deleteForever(acme.ctx, authorsResource, { ids: [bob] });
    expect(kept).toMatchObject({
      done: [],
      left: [{ label: 'Robert', why: 'Still used by 3 posts.' }],
    });
    expect((await deleteForever(acme.ctx, tagsResource, { ids: [tag] })).done).toHaveLength(1);
    expect(await owner`select 1 from post_tags`).toEqual([]);
  });
});
