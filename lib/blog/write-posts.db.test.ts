import type { Sql } from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AppClient, createAppClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { scopedDb } from '../db/scoped-db';
import { AppError } from '../errors';
import { postsTag } from '../tenancy/cache-tags';
import type { TenantContext } from '../tenancy/tenant';
import { type TestDatabase, testDatabase } from '../testing/database';
import { type MadeTenant, makeTenant } from '../testing/make-tenant';
import { createPost } from './create-post';
import { findPublishedPost } from './find-published-post';
import { updatePost } from './update-post';

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
  await owner`delete from platform.events`;
});

const contextOf = ({ id }: MadeTenant) =>
  ({ tenant: { id }, db: scopedDb(id, undefined, client) }) as TenantContext;
const at = (day: number) => new Date(Date.UTC(2026, 0, day));
const publish = (tenant: MadeTenant, slug: string, day = 1) =>
  createPost(contextOf(tenant), {
    slug,
    title: `${slug} of ${tenant.slug}`,
    status: 'published',
    publishedAt: at(day),
    authorId: tenant.authorId,
  });

describe('writing', () => {
  const input = (changed: object = {}) =>
    ({ slug: 'new', title: 'New', authorId: acme.authorId, ...changed }) as never;

  test('a post and its event go together', async () => {
    const id = await createPost(contextOf(acme), input());
    await updatePost(contextOf(acme), id, { title: 'Newer' });
    const events = await owner`
      select tenant_id, type, subject_id, cache_tags from platform.events order by id`;
    expect(events.map((event) => event.type)).toEqual(['post.created', 'post.updated']);
    for (const event of events) {
      expect(event).toMatchObject({
        tenant_id: acme.id,
        subject_id: id,
        cache_tags: [postsTag(acme.id)],
      });
    }
  });
  test('what fails leaves neither', async () => {
    await createPost(contextOf(acme), input());
    await expect(createPost(contextOf(acme), input())).rejects.toMatchObject({
      cause: { code: '23505' },
    });
    const [events] = await owner`select count(*)::int as n from platform.events`;
    expect(events?.n).toBe(1);
  });
  test('two tenants may use one slug', async () => {
    await createPost(contextOf(acme), input());
    const theirs = input({ authorId: globex.authorId });
    await expect(createPost(contextOf(globex), theirs)).resolves.toBeTypeOf('string');
  });
  test("another tenant's author cannot be named", async () => {
    const foreign = createPost(contextOf(acme), input({ authorId: globex.authorId }));
    await expect(foreign).rejects.toMatchObject({ cause: { code: '23503' } });
  });
  test("another tenant's post is not found, and not changed", async () => {
    const id = await publish(globex, 'theirs');
    const attempt = updatePost(contextOf(acme), id, { title: 'Taken' });
    await expect(attempt).rejects.toMatchObject({ name: 'AppError', code: 'not_found' });
    await expect(attempt).rejects.toBeInstanceOf(AppError);
    expect((await findPublishedPost(contextOf(globex), 'theirs'))?.title).toBe('theirs of globex');
  });
  test('only what is named changes', async () => {
    const id = await publish(acme, 'kept', 3);
    await updatePost(contextOf(acme), id, { title: 'Changed' });
    const post = await findPublishedPost(contextOf(acme), 'kept');
    expect(post).toMatchObject({ title: 'Changed', publishedAt: at(3).toISOString() });
    await updatePost(contextOf(acme), id, { body: 'word '.repeat(1150) });
    await updatePost(contextOf(acme), id, { title: 'Once more' });
    expect(await findPublishedPost(contextOf(acme), 'kept')).toMatchObject({ readingMinutes: 5 });
  });
  test('publishing gives a time where there is none, and keeps the one there was', async () => {
    const id = await createPost(contextOf(acme), input());
    await updatePost(contextOf(acme), id, { status: 'published' });
    const first = await findPublishedPost(contextOf(acme), 'new');
    expect(Date.parse(first?.publishedAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
    await updatePost(contextOf(acme), id, { status: 'draft' });
    await updatePost(contextOf(acme), id, { status: 'published' });
    const again = await findPublishedPost(contextOf(acme), 'new');
    expect(again?.publishedAt).toBe(first?.publishedAt);
    await updatePost(contextOf(acme), id, { publishedAt: null });
    expect(await findPublishedPost(contextOf(acme), 'new')).toMatchObject({
      publishedAt: first?.publishedAt,
    });
  });
  test.each([
    ['a slug with spaces', { slug: 'a b' }],
    ['a slug in capitals', { slug: 'Abc' }],
    ['a slug that climbs', { slug: '../x' }],
    ['a slug that is too long', { slug: 'x'.repeat(121) }],
    ['no title', { title: '  ' }],
    ['a body that is too long', { body: 'x'.repeat(500_001) }],
    ['an author that is no id', { authorId: '1' }],
    ['a field that is not for writers', { tenantId: '22222222-2222-4222-8222-222222222222' }],
  ])('%s is refused before the database is asked', async (_name, changed) => {
    const refused = createPost(contextOf(acme), input(changed));
    await expect(refused).rejects.toMatchObject({ name: 'ZodError' });
  });
});
