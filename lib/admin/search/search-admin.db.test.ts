import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MemberContext } from '../../auth/viewer';
import { env } from '../../env';
import { corpus } from '../../testing/search/corpus';
import { plantPosts } from '../../testing/search/plant-posts';
import { openTwoTenants, type TwoTenants } from '../../testing/two-tenants';
import { askForBuild } from './ask-for-build';
import { compareNow } from './compare-now';
import { readSearchIndex } from './read-search-index';
import { sendAgain } from './send-again';
import { trySearch } from './try-search';

let tenants: TwoTenants;
let acme: MemberContext;
let globex: MemberContext;
beforeAll(async () => {
  tenants = await openTwoTenants();
  [acme, globex] = [tenants.acme.ctx, tenants.globex.ctx] as unknown as MemberContext[] as [
    MemberContext,
    MemberContext,
  ];
  await plantPosts(tenants.owner, tenants.acme, corpus);
  await plantPosts(tenants.owner, tenants.globex, corpus);
});
afterAll(() => tenants.close());
beforeEach(async () => {
  env().ELASTICSEARCH_URL = 'http://127.0.0.1:1';
  await tenants.owner`delete from platform.search_entries`;
  await tenants.owner`delete from platform.jobs`;
});
afterEach(() => {
  env().ELASTICSEARCH_URL = undefined;
});

/** Has the engine refuse one post of each tenant; gives their ids. */
async function refuse(): Promise<{ acme: string; globex: string }> {
  const rows = await tenants.owner`
    insert into platform.search_entries (tenant_id, post_id, version, dead_at, last_error)
    select tenant_id, id, 1, now(), 'document_parsing_exception: failed to parse field [published_at]'
    from posts where slug = 'anvils' returning tenant_id, post_id`;
  const of = (id: string) => rows.find((row) => row.tenant_id === id)?.post_id as string;
  return { acme: of(tenants.acme.id), globex: of(tenants.globex.id) };
}
const jobs = () => tenants.owner`
  select tenant_id, kind, lane, payload from platform.jobs where event_id is null`;

describe('where PostgreSQL searches', () => {
  beforeEach(() => {
    env().ELASTICSEARCH_URL = undefined;
  });

  test('there is no index to show, to make or to compare', async () => {
    expect(await readSearchIndex(acme)).toBeNull();
    await expect(askForBuild(acme)).rejects.toMatchObject({ code: 'conflict' });
    await expect(compareNow(acme)).rejects.toMatchObject({ code: 'conflict' });
    expect(await jobs()).toEqual([]);
  });

  test('a search can be tried, as a reader', async () => {
    const tried = await trySearch(acme, ' anvil ');
    expect(tried).toMatchObject({
      typed: 'anvil',
      engine: 'PostgreSQL',
      degraded: false,
      total: 3,
    });
    expect(tried?.hits[0]?.slug).toBe('anvils');
    expect((await trySearch(acme, 'unfinished'))?.hits).toEqual([]);
    expect(await trySearch(acme, '  ')).toBeNull();
  });
});

describe('where Elasticsearch is away', () => {
  test('that is said, with what the database knows', async () => {
    const { acme: id } = await refuse();
    const index = await readSearchIndex(acme);
    expect(index).toMatchObject({
      ...{ away: 'The search engine does not answer.', phase: 'none', isAsked: false },
      ...{ hasLive: false, indexed: null, waiting: 0, refused: 1 },
      posts: corpus.filter(({ isTrashed }) => !isTrashed).length,
    });
    expect(index?.refusedPosts).toEqual([
      {
        ...{ id, title: expect.stringContaining('anvil'), since: expect.any(Date) },
        words: 'The search engine cannot read its publication date.',
      },
    ]);
  });

  test('who may not see posts is told of none by name', async () => {
    await refuse();
    const can = (permission: string) => permission !== 'posts.read';
    const index = await readSearchIndex({ ...acme, can });
    expect(index?.refusedPosts.map(({ title }) => title)).toEqual([null]);
  });

  test('a comparison finds no index, or says who is away', async () => {
    await expect(compareNow(acme)).rejects.toMatchObject({ code: 'conflict' });
    await tenants.owner`
      insert into platform.search_indexes (tenant_id, placement, live_index)
      values (${tenants.acme.id}, 'shared', 'x')`;
    await expect(compareNow(acme)).rejects.toMatchObject({
      ...{ code: 'unavailable', message: 'The search engine does not answer.' },
    });
    await tenants.owner`delete from platform.search_indexes`;
  });
});

test('an attempt after one that failed is a build, and no fault', async () => {
  await tenants.owner`
    insert into platform.search_indexes (tenant_id, placement, next_index, fault)
    values (${tenants.acme.id}, 'shared', 'y', 'The search engine does not answer.')`;
  expect((await readSearchIndex(acme))?.phase).toBe('fault');
  await askForBuild(acme);
  expect((await readSearchIndex(acme))?.phase).toBe('building');
  await tenants.owner`delete from platform.search_indexes`;
});

test('a new index is asked for once, in the lane of search, and on record', async () => {
  await askForBuild(acme);
  await expect(askForBuild(acme)).rejects.toMatchObject({ code: 'conflict' });
  expect(await jobs()).toEqual([
    { tenant_id: tenants.acme.id, kind: 'search.build', lane: 'search', payload: {} },
  ]);
  expect((await readSearchIndex(acme))?.isAsked).toBe(true);
  expect((await readSearchIndex(globex))?.isAsked).toBe(false);
  await askForBuild(globex);
  const [event] = await tenants.owner`
    select payload ->> 'resource' as resource from platform.events
    where type = 'search.build-asked' and tenant_id = ${tenants.acme.id}`;
  expect(event?.resource).toBe('search');
});

test('a refused post is sent again; one of another tenant, or that is fine, is not', async () => {
  const ids = await refuse();
  await expect(sendAgain(acme, ids.globex)).rejects.toMatchObject({ code: 'not_found' });
  await sendAgain(acme, ids.acme);
  await expect(sendAgain(acme, ids.acme)).rejects.toMatchObject({ code: 'not_found' });
  const rows = await tenants.owner`
    select tenant_id, dead_at is null as waits from platform.search_entries`;
  expect(rows.toSorted((a, b) => Number(b.waits) - Number(a.waits))).toEqual([
    { tenant_id: tenants.acme.id, waits: true },
    { tenant_id: tenants.globex.id, waits: false },
  ]);
});
