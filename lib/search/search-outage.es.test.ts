import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  inject,
  test,
  vi,
} from 'vitest';
import {
  type ElasticsearchNode,
  startElasticsearch,
} from '../../e2e/elasticsearch/start-elasticsearch';
import type { TenantContext } from '../tenancy/tenant';
import { corpus } from '../testing/search/corpus';
import { databaseContent, indexContent } from '../testing/search/index-content';
import { plantPosts } from '../testing/search/plant-posts';
import { openSearchWorld, type SearchWorld } from '../testing/search/search-world';
import { skipWithout } from '../testing/skip-without';
import { askHealth } from './elasticsearch/ask-health';
import { buildIndex } from './indexing/build-index';
import { indexPosts } from './indexing/index-job';
import { readIndexState } from './indexing/index-state';
import { searchPosts } from './search-posts';

const found = inject('elasticsearch');
const missing = 'missing' in found ? found.missing : null;
const restMilliseconds = 31_000;
let node: ElasticsearchNode;
let world: SearchWorld;
let ctx: TenantContext;

describe('while Elasticsearch is away', () => {
  skipWithout(missing);
  beforeAll(async () => {
    if (missing) return;
    node = await startElasticsearch();
    world = await openSearchWorld(node.url);
    ctx = world.contextOf('acme');
    await plantPosts(world.owner, world.acme, corpus);
    await buildIndex(ctx, { placement: 'dedicated' });
  });
  afterAll(async () => {
    await world?.close().catch(() => {});
    await node?.stop();
  });
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const search = () => searchPosts(ctx, 'anvil');
  const rest = () => vi.setSystemTime(Date.now() + restMilliseconds);
  const drain = () =>
    indexPosts.run(ctx, {
      signal: new AbortController().signal,
      progress: async () => {},
    } as never);
  const isRight = async () =>
    expect(await indexContent(world.acme.id)).toEqual(
      await databaseContent(world.owner, world.acme.id),
    );

  test('PostgreSQL answers a search that the engine does not answer, within a second', async () => {
    expect(await search()).toMatchObject({ engine: 'elasticsearch', degraded: false, total: 3 });
    await node.kill('SIGSTOP');
    const start = performance.now();
    expect(await search()).toMatchObject({ engine: 'postgres', degraded: true, total: 3 });
    const waited = performance.now() - start;
    expect(waited).toBeGreaterThan(700);
    await search();
    // Two in a row: nobody waits for it any more.
    const quick = performance.now();
    expect((await search()).degraded).toBe(true);
    expect(performance.now() - quick).toBeLessThan(waited / 2);
    expect(await askHealth()).toMatchObject({ status: 'down' });
    await node.kill('SIGCONT');
    rest();
    expect(await search()).toMatchObject({ engine: 'elasticsearch', degraded: false });
  });

  test('changes wait for it, and reach it when it is back', async () => {
    await node.kill('SIGKILL');
    const { owner } = world;
    await owner`update posts set title = 'Changed while away' where slug = 'told'`;
    await owner`delete from posts where slug = 'deep'`;
    await drain();
    expect(await search()).toMatchObject({ engine: 'postgres', degraded: true, total: 2 });
    await node.restart();
    await drain();
    await isRight();
    rest();
    expect(await search()).toMatchObject({ engine: 'elasticsearch', total: 2 });
  });

  test('a node that is killed while it is written to has lost nothing', async () => {
    const { owner, acme } = world;
    const many = Array.from({ length: 3000 }, (_, n) => ({
      slug: `many-${n}`,
      title: `One of many ${n}`,
      body: 'word '.repeat(300),
    }));
    await plantPosts(owner, acme, many);
    const draining = drain();
    await vi.waitFor(async () => {
      const [row] = await owner`
        select count(*)::int as n from platform.search_entries where not is_pending`;
      expect(row?.n).toBeGreaterThan(500);
    }, 20_000);
    await node.kill('SIGKILL');
    await draining;
    const [left] = await owner`
      select count(*)::int as n from platform.search_entries where is_pending`;
    expect(left?.n).toBeGreaterThan(0);
    await node.restart();
    await drain();
    await isRight();
  });

  test('an index that was being made is finished by whoever comes next', async () => {
    const stopping = new AbortController();
    const build = buildIndex(ctx, {
      signal: stopping.signal,
      onProgress: () => stopping.abort(new Error('killed')),
    });
    await expect(build).rejects.toThrow('killed');
    const state = await readIndexState(ctx);
    expect(state?.nextIndex).not.toBeNull();
    expect((await search()).engine).toBe('elasticsearch');
    await world.owner`update posts set title = 'Changed in between' where slug = 'told'`;
    await buildIndex(ctx);
    expect(await readIndexState(ctx)).toMatchObject({
      liveIndex: state?.nextIndex,
      nextIndex: null,
    });
    await isRight();
  });

  test('a server without room for another index is said to be so', async () => {
    const limit = { 'cluster.max_shards_per_node': 1 };
    await world.elasticsearch.cluster.putSettings({ persistent: limit });
    const { buildSearchIndex } = await import('./indexing/build-job');
    const other = world.contextOf('globex');
    await buildSearchIndex.run(other, {
      signal: new AbortController().signal,
      progress: async () => {},
    } as never);
    expect(await readIndexState(other)).toMatchObject({
      fault: 'The search engine has no room for another index.',
      liveIndex: null,
    });
    expect(await searchPosts(other, 'anvil')).toMatchObject({
      engine: 'postgres',
      degraded: false,
    });
  });
});
