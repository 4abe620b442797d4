import type { Sql } from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { postsResource } from '../admin/resources/posts';
import { type AppClient, createAppClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { scopedDb } from '../db/scoped-db';
import { asSystem } from '../resources/as-system';
import { createRecord } from '../resources/create-record';
import type { TenantContext } from '../tenancy/tenant';
import { type TestDatabase, testDatabase } from '../testing/database';
import { type MadeTenant, makeTenant } from '../testing/make-tenant';
import { findPublishedPost } from './find-published-post';
import { listPostAddresses } from './list-post-addresses';
import { listPosts } from './list-posts';
import { findTag, listTags } from './list-tags';

let database: TestDatabase;
let owner: Sql;
let client: AppClient;
let acme: MadeTenant;
let globex: MadeTenant;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  client = createAppClient(database.appUrl, { max: 2 });
  [acme, globex] = [await makeTenant(owner, 'acme'), await makeTenant(owner, 'globex')];
});
afterAll(async () => {
  await Promise.all([owner.end(), client.end()]);
  await database.drop();
});
beforeEach(async () => {
  await owner`delete from posts`;
  await owner`delete from tags`;
  await owner`delete from platform.events`;
});

const contextOf = ({ id }: MadeTenant) =>
  ({ tenant: { id }, db: scopedDb(id, undefined, client) }) as TenantContext;
const at = (day: number) => new Date(Date.UTC(2026, 0, day));
const createPost = async (ctx: TenantContext, input: object) =>
  (await createRecord(asSystem(ctx), postsResource, input)).id;
const publish = (tenant: MadeTenant, slug: string, day = 1) =>
  createPost(contextOf(tenant), {
    slug,
    title: `${slug} of ${tenant.slug}`,
    status: 'published',
    publishedAt: at(day),
    authorId: tenant.authorId,
  });
const tag = async (tenant: MadeTenant, postId: string, slug: string) => {
  const [row] = await owner`
    insert into tags (tenant_id, slug, name) values (${tenant.id}, ${slug}, ${slug.toUpperCase()})
    on conflict (tenant_id, slug) where deleted_at is null do update set slug = excluded.slug returning id`;
  await owner`
    insert into post_tags (tenant_id, post_id, tag_id) values (${tenant.id}, ${postId}, ${row?.id})`;
};
const slugs = (posts: { slug: string }[]) => posts.map(({ slug }) => slug);

describe('lists', () => {
  test('are newest first, with a hint of more, and of one tenant', async () => {
    for (const day of [1, 2, 3, 4]) await publish(acme, `day-${day}`, day);
    await publish(globex, 'day-4', 4);
    const first = await listPosts(contextOf(acme), { limit: 3 });
    expect(slugs(first.posts)).toEqual(['day-4', 'day-3', 'day-2']);
    expect(first.hasOlder).toBe(true);
    const second = await listPosts(contextOf(acme), { limit: 3, offset: 3 });
    expect(slugs(second.posts)).toEqual(['day-1']);
    expect(second.hasOlder).toBe(false);
    expect((await listPosts(contextOf(acme), { limit: 3, offset: 6 })).posts).toEqual([]);
  });
  test('of posts of one moment keep one order over pages', async () => {
    for (const n of [1, 2, 3, 4, 5, 6]) await publish(acme, `same-${n}`);
    const pages = await Promise.all(
      [0, 2, 4].map((offset) => listPosts(contextOf(acme), { limit: 2, offset })),
    );
    expect(new Set(pages.flatMap(({ posts }) => slugs(posts))).size).toBe(6);
  });
  test('carry author and tags, as data that survives JSON', async () => {
    const id = await publish(acme, 'hello', 5);
    await tag(acme, id, 'news');
    await tag(acme, id, 'about');
    const { posts } = await listPosts(contextOf(acme), { limit: 5 });
    expect(JSON.parse(JSON.stringify(posts))).toEqual(posts);
    expect(posts).toMatchObject([
      {
        id,
        slug: 'hello',
        publishedAt: at(5).toISOString(),
        author: { name: 'acme', slug: 'writer' },
        tags: [
          { slug: 'about', name: 'ABOUT' },
          { slug: 'news', name: 'NEWS' },
        ],
      },
    ]);
  });
  test('by a tag show its posts alone, whatever another tenant calls so', async () => {
    await tag(acme, await publish(acme, 'tagged'), 'news');
    await publish(acme, 'plain');
    await tag(globex, await publish(globex, 'theirs'), 'news');
    await tag(globex, await publish(globex, 'only-theirs'), 'energy');
    const by = async (slug: string) =>
      slugs((await listPosts(contextOf(acme), { limit: 5, tag: slug })).posts);
    expect(await by('news')).toEqual(['tagged']);
    expect(await by('energy')).toEqual([]);
    expect(await findTag(contextOf(acme), 'energy')).toBeNull();
    expect(await findTag(contextOf(acme), 'news')).toEqual({ slug: 'news', name: 'NEWS' });
  });
  test('of tags count published posts', async () => {
    const [one, two] = [await publish(acme, 'one'), await publish(acme, 'two')];
    for (const id of [one, two]) await tag(acme, id, 'news');
    await tag(acme, one, 'about');
    await tag(globex, await publish(globex, 'one'), 'news');
    const { authorId } = acme;
    const draft = await createPost(contextOf(acme), { slug: 'd', title: 'D', authorId });
    await tag(acme, draft, 'news');
    await tag(acme, draft, 'secret');
    expect(await listTags(contextOf(acme))).toEqual([
      { slug: 'about', name: 'ABOUT', postCount: 1 },
      { slug: 'news', name: 'NEWS', postCount: 2 },
    ]);
  });
  test('of addresses leave drafts out', async () => {
    await publish(acme, 'shown');
    await createPost(contextOf(acme), { slug: 'draft', title: 'D', authorId: acme.authorId });
    expect(slugs(await listPostAddresses(contextOf(acme), { limit: 99 }))).toEqual(['shown']);
  });
});

describe('one post', () => {
  test('is found by its slug within its tenant, with its neighbours', async () => {
    for (const day of [1, 2, 3]) await publish(acme, `day-${day}`, day);
    await publish(globex, 'day-2', 2);
    const post = await findPublishedPost(contextOf(acme), 'day-2');
    expect(post).toMatchObject({
      title: 'day-2 of acme',
      newer: { slug: 'day-3' },
      older: { slug: 'day-1' },
    });
    expect((await findPublishedPost(contextOf(acme), 'day-3'))?.newer).toBeNull();
    expect((await findPublishedPost(contextOf(acme), 'day-1'))?.older).toBeNull();
    const alone = await findPublishedPost(contextOf(globex), 'day-2');
    expect(alone).toMatchObject({ title: 'day-2 of globex', newer: null, older: null });
  });
  test('of one moment has neighbours too, each reached once', async () => {
    for (const n of [1, 2, 3]) await publish(acme, `same-${n}`);
    const [newest] = (await listPosts(contextOf(acme), { limit: 1 })).posts;
    const path: string[] = [];
    for (let slug = newest?.slug; slug; ) {
      path.push(slug);
      slug = (await findPublishedPost(contextOf(acme), slug))?.older?.slug;
    }
    expect(path).toHaveLength(3);
  });
  test('as a draft, or of nobody, is not there', async () => {
    await createPost(contextOf(acme), { slug: 'draft', title: 'D', authorId: acme.authorId });
    expect(await findPublishedPost(contextOf(acme), 'draft')).toBeNull();
    expect(await findPublishedPost(contextOf(acme), "' or true --")).toBeNull();
    expect(await findPublishedPost(contextOf(acme), '')).toBeNull();
  });
});
