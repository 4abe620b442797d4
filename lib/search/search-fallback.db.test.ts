import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { env } from '../env';
import type { TenantContext } from '../tenancy/tenant';
import { corpus } from '../testing/search/corpus';
import { type FakeAnswer, type FakeEngine, startFakeEngine } from '../testing/search/fake-engine';
import { plantPosts } from '../testing/search/plant-posts';
import { openTwoTenants, type TwoTenants } from '../testing/two-tenants';
import { askHealth } from './elasticsearch/ask-health';
import { bulkPosts } from './indexing/bulk-posts';
import { indexPosts } from './indexing/index-job';
import { searchPosts } from './search-posts';

// Protocol tests: no Elasticsearch is involved.
let tenants: TwoTenants;
let engine: FakeEngine;
let ctx: TenantContext;
beforeAll(async () => {
  tenants = await openTwoTenants();
  engine = await startFakeEngine();
  env().ELASTICSEARCH_URL = engine.url;
  ctx = tenants.acme.ctx as unknown as TenantContext;
  await plantPosts(tenants.owner, tenants.acme, corpus);
});
afterAll(async () => {
  env().ELASTICSEARCH_URL = undefined;
  await engine.close();
  await tenants.close();
});

const error = (status: number, type: string, reason = 'no') => ({
  status,
  body: { error: { type, reason }, status },
});
const faults: Record<string, FakeAnswer> = {
  'has too much to do': error(429, 'es_rejected_execution_exception'),
  'is starting': error(503, 'cluster_block_exception'),
  'talks nonsense': { body: '<html>hello</html>', headers: { 'content-type': 'text/html' } },
  'breaks off in the middle': { body: '{"hits":' },
  'is another product': { headers: { 'X-elastic-product': 'Other' } },
  'is of another version': error(400, 'media_type_header_exception'),
  'wants a key': error(401, 'security_exception'),
  'does not answer': { hangs: true },
  'ran out of time': { body: { timed_out: true, hits: { total: 0, hits: [] } } },
};

describe('an engine that', () => {
  beforeEach(() => {
    // Later than whatever the circuit waits for.
    vi.setSystemTime(Date.now() + 120_000);
  });
  beforeAll(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  afterAll(() => {
    vi.useRealTimers();
  });

  test.each(Object.entries(faults))('%s is asked once, and PostgreSQL answers', async (_, said) => {
    engine.say(() => said);
    const before = engine.asked();
    const answer = await searchPosts(ctx, 'anvil');
    expect(answer).toMatchObject({ engine: 'postgres', degraded: true, total: 3 });
    expect(engine.asked() - before).toBe(1);
  });

  test.each([
    ['is another product', 'What answers as the search engine is no Elasticsearch.'],
    [
      'is of another version',
      'The search engine is of a version that is not supported: 8 or 9 are.',
    ],
    ['wants a key', 'The search engine refuses the key of this installation.'],
    ['does not answer', 'The search engine does not answer.'],
  ])('%s is said to be so: %s', async (fault, words) => {
    engine.say(() => faults[fault] as FakeAnswer);
    expect(await askHealth()).toEqual({ status: 'down', words });
  });

  test('lacks the index of a tenant is not away', async () => {
    engine.say(() => error(404, 'index_not_found_exception'));
    for (let n = 0; n < 3; n += 1) {
      expect(await searchPosts(ctx, 'anvil')).toMatchObject({
        engine: 'postgres',
        degraded: false,
      });
    }
  });

  test('is back is asked again', async () => {
    engine.say(() => ({ body: { timed_out: false, hits: { total: { value: 0 }, hits: [] } } }));
    expect(await searchPosts(ctx, 'anvil')).toMatchObject({ engine: 'elasticsearch', total: 0 });
  });
});

describe('a bulk request', () => {
  const pending = ['a', 'b', 'c', 'd', 'e', 'f'].map((postId) => ({
    ...{ postId, version: 1, attempts: 0, isGone: true, document: null },
  }));
  const item = (status: number, type?: string) => ({
    delete: { status, ...(type && { error: { type, reason: 'no' } }) },
  });

  test('is taken apart item by item', async () => {
    engine.say(() => ({
      body: {
        errors: true,
        items: [
          item(200),
          item(409, 'version_conflict_engine_exception'),
          item(404),
          item(429, 'es_rejected_execution_exception'),
          item(404, 'index_not_found_exception'),
          item(400, 'document_parsing_exception'),
        ],
      },
    }));
    const fates = await bulkPosts(tenants.acme.id, pending, ['alias']);
    expect(fates.map(({ fate }) => fate)).toEqual([
      'done',
      'done',
      'done',
      'again',
      'no-index',
      'refused',
    ]);
  });

  test('that the engine does not take ends the job without an error, and nothing is lost', async () => {
    const { owner, acme } = tenants;
    await owner`
      insert into platform.search_indexes (tenant_id, placement, live_index)
      values (${acme.id}, 'dedicated', 'index')`;
    await owner`update posts set title = title || '!' where tenant_id = ${acme.id}`;
    for (const said of [
      faults['has too much to do'],
      faults['is starting'],
      faults['does not answer'],
    ]) {
      engine.say(() => (said?.hangs ? error(502, 'bad_gateway') : (said as FakeAnswer)));
      await indexPosts.run(ctx, {
        signal: new AbortController().signal,
        progress: async () => {},
      } as never);
    }
    const [row] = await owner`
      select count(*)::int as n from platform.search_entries where is_pending and attempts = 0`;
    expect(row?.n).toBe(corpus.length);
  });
});
