import type { Sql } from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findPublishedPost } from '../../blog/find-published-post';
import { listPostAddresses } from '../../blog/list-post-addresses';
import { listPosts } from '../../blog/list-posts';
import { listTags } from '../../blog/list-tags';
import { posts } from '../../db/schema/tenant';
import { createRecord } from '../../resources/create-record';
import { getRecord } from '../../resources/find-record';
import type { Resource } from '../../resources/resource';
import { restoreRecords } from '../../resources/restore-records';
import { runAction } from '../../resources/run-action';
import type { SuiteTenant } from '../../resources/testing/suite-world';
import { trashRecords } from '../../resources/trash-records';
import { updateRecord } from '../../resources/update-record';
import { postsTag } from '../../tenancy/cache-tags';
import type { TenantContext } from '../../tenancy/tenant';
import { openTwoTenants, type TwoTenants } from '../../testing/two-tenants';
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
const site = () => acme.ctx as unknown as TenantContext;

describe('a post', () => {
  test('gets its slug from the title, and its reading time from the text', async () => {
    const id = await post('Größe & Café, 2 for 1!', { body: 'word '.repeat(1150) });
    const { values } = await getRecord(acme.ctx, postsResource, id);
    expect(values).toMatchObject({
      slug: 'gro-e-cafe-2-for-1',
      readingMinutes: 5,
      status: 'draft',
    });
    await expect(post('¡¿…?!')).rejects.toMatchObject({
      errors: { fields: { slug: ['Slug is missing.'] } },
    });
  });

  test('gets a number behind its slug where the title was there before', async () => {
    const slugs: unknown[] = [];
    for (let n = 1; n <= 7; n += 1) {
      const id = await post('Hello');
      slugs.push((await getRecord(acme.ctx, postsResource, id)).values.slug);
    }
    const numbers = [2, 3, 4, 5, 6].map((n) => `hello-${n}`);
    expect(slugs).toEqual(['hello', ...numbers, expect.stringMatching(/^hello-[0-9a-f]{4}$/)]);
    // A transaction of somebody else's ends with the first attempt, and says why.
    const nested = acme.ctx.db.write(() => post('Hello'));
    await expect(nested).rejects.toMatchObject({
      errors: { fields: { slug: ['“hello” is taken.'] } },
    });
    await expect(post('Hello', { slug: 'hello' })).rejects.toMatchObject({ code: 'bad_input' });
  });

  test('is checked against the rows of its own tenant (S3.48)', async () => {
    const seen: number[] = [];
    const checking: Resource = {
      ...postsResource,
      hooks: {
        ...postsResource.hooks,
        checkInTenant: async (tx, { title }) => {
          const rows = await tx.select({ id: posts.id }).from(posts);
          seen.push(rows.length);
          return title === 'Refused' ? { title: 'Not this one.', general: 'Not at all.' } : null;
        },
      },
    };
    await post('Theirs', {}, globex);
    const id = await make(checking, { title: 'Fine', authorId: acme.authorId });
    const faults = { errors: { fields: { title: ['Not this one.'] }, general: ['Not at all.'] } };
    await expect(
      make(checking, { title: 'Refused', authorId: acme.authorId }),
    ).rejects.toMatchObject(faults);
    await expect(
      updateRecord(acme.ctx, checking, id, null, { title: 'Refused' }),
    ).rejects.toMatchObject(faults);
    expect(seen).toEqual([0, 1, 1]);
  });

  test('is shown to readers once published, and makes the cached pages stale', async () => {
    const id = await post('Hello');
    expect(await findPublishedPost(site(), 'hello')).toBeNull();
    const result = await runAction(acme.ctx, postsResource, 'publish', { ids: [id] });
    expect(result.done).toEqual([{ id, label: 'Hello' }]);
    const shown = await findPublishedPost(site(), 'hello');
    expect(Date.parse(shown?.publishedAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
    const [event] = await owner`
      select payload, cache_tags from platform.events where type = 'post.published'`;
    expect(event?.cache_tags).toEqual([postsTag(acme.id)]);
    expect(event?.payload.changes.status).toEqual(['draft', 'published']);
    const again = await runAction(acme.ctx, postsResource, 'publish', { ids: [id] });
    expect(again).toMatchObject({ done: [], left: [{ why: 'It is published already.' }] });
    await runAction(acme.ctx, postsResource, 'unpublish', { ids: [id] });
    await runAction(acme.ctx, postsResource, 'publish', { ids: [id] });
    expect((await findPublishedPost(site(), 'hello'))?.publishedAt).toBe(shown?.publishedAt);
  });

  test('of another tenant is published by nobody else, and no verb is made up', async () => {
    const theirs = await post('Theirs', {}, globex);
    const result = await runAction(acme.ctx, postsResource, 'publish', { ids: [theirs] });
    expect(result).toMatchObject({ done: [], left: [{ why: 'There is no such post.' }] });
    for (const name of ['burn', 'constructor', '__proto__', 'toString']) {
      const attempt = runAction(acme.ctx, postsResource, name, { ids: [theirs] });
      await expect(attempt).rejects.toMatchObject({ code: 'not_found' });
    }
    const reader = { ...acme.ctx, can: () => false };
    await expect(
      runAction(reader, postsResource, 'publish', { ids: [theirs] }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('in the trash is on no public page', async () => {
    const news = await make(tagsResource, { name: 'News' });
    const published = { status: 'published', tags: [news] };
    const [older, id, newer] = [
      await post('Older', { ...published, publishedAt: '2026-01-01T00:00:00Z' }),
      await post('Gone', { ...published, publishedAt: '2026-01-02T00:00:00Z' }),
      await post('Newer', { ...published, publishedAt: '2026-01-03T00:00:00Z' }),
    ];
    await trashRecords(acme.ctx, postsResource, { ids: [id] });
    expect(await findPublishedPost(site(), 'gone')).toBeNull();
    expect((await findPublishedPost(site(), 'newer'))?.older?.slug).toBe('older');
    for (const tag of [undefined, 'news']) {
      const page = await listPosts(site(), { limit: 9, tag });
      expect(page.posts.map(({ slug }) => slug)).toEqual(['newer', 'older']);
    }
    // By their ids, which are drawn.
    const addresses = await listPostAddresses(site(), { limit: 99 });
    expect(addresses.map(({ slug }) => slug).sort()).toEqual(['newer', 'older']);
    expect(await listTags(site())).toMatchObject([{ slug: 'news', postCount: 2 }]);
    await trashRecords(acme.ctx, tagsResource, { ids: [news] });
    expect(await listTags(site())).toEqual([]);
    expect((await listPosts(site(), { limit: 9, tag: 'news' })).posts).toEqual([]);
    expect((await findPublishedPost(site(), 'older'))?.tags).toEqual([]);
    await restoreRecords(acme.ctx, postsResource, { ids: [id, older, newer] });
    expect(await findPublishedPost(site(), 'gone')).not.toBeNull();
  });

  test.each([
    ['a slug with spaces', 'slug', { slug: 'a b' }],
    ['a slug in capitals', 'slug', { slug: 'Abc' }],
    ['a slug that climbs', 'slug', { slug: '../x' }],
    ['a slug that is too long', 'slug', { slug: 'x'.repeat(121) }],
    ['no title', 'title', { title: '  ' }],
    ['a body that is too long', 'body', { body: 'x'.repeat(300_001) }],
    ['an author that is no id', 'authorId', { authorId: '1' }],
    ['a state there is not', 'status', { status: 'secret' }],
    ['a day there is not', 'publishedAt', { publishedAt: '2026-02-30T00:00:00Z' }],
    ['a year before all years', 'publishedAt', { publishedAt: '0000-01-01T00:00:00Z' }],
    ['a schedule without a time', 'publishedAt', { status: 'scheduled' }],
    ['tags that are no list', 'tags', { tags: 'news' }],
  ])('with %s is refused', async (_what, field, wrong) => {
    const attempt = post('Fine', wrong);
    await expect(attempt).rejects.toMatchObject({ code: 'bad_input' });
    await expect(attempt).rejects.toHaveProperty(['errors', 'fields', field]);
  });

  test('with several faults is told all of them at once', async () => {
    const attempt = createRecord(acme.ctx, postsResource, { slug: 'A B', status: 'x', other: 1 });
    await expect(attempt).rejects.toMatchObject({
      errors: {
        fields: {
          title: [expect.stringContaining('missing')],
          slug: [expect.any(String)],
          status: [expect.any(String)],
          authorId: ['Author is missing.'],
        },
        general: ['“other” cannot be set.'],
      },
    });
  });
});
