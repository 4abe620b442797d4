import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { MemberContext } from '../../auth/viewer';
import type { Job } from '../../jobs/handler';
import { indexNames } from '../../search/elasticsearch/index-names';
import { buildSearchIndex } from '../../search/indexing/build-job';
import { drainPending } from '../../search/indexing/drain-pending';
import { targetOf } from '../../search/indexing/next-index';
import { corpus } from '../../testing/search/corpus';
import { plantPosts } from '../../testing/search/plant-posts';
import { openSearchWorld, type SearchWorld } from '../../testing/search/search-world';
import { compareNow } from './compare-now';
import { readSearchIndex } from './read-search-index';
import { sendAgain } from './send-again';
import { trySearch } from './try-search';

const found = inject('elasticsearch');
const missing = 'missing' in found ? found.missing : null;
const living = corpus.filter(({ isTrashed }) => !isTrashed).length;
let world: SearchWorld;
let ctx: MemberContext;

describe.skipIf(missing)('the index as a tenant’s people see it', () => {
  beforeAll(async () => {
    world = await openSearchWorld('url' in found ? found.url : '');
    ctx = world.acme.ctx as unknown as MemberContext;
    await plantPosts(world.owner, world.acme, corpus);
  });
  afterAll(() => world.close());

  const index = () => readSearchIndex(ctx);
  const build = () => {
    const job = { payload: {}, signal: new AbortController().signal, progress: async () => {} };
    return buildSearchIndex.run(ctx, job as unknown as Job);
  };
  const refresh = () =>
    world.elasticsearch.indices.refresh({ index: indexNames(world.acme.id).live });

  test('is not there before its job has run, and then is ready', async () => {
    expect(await index()).toMatchObject({ away: null, phase: 'none', indexed: null });
    await build();
    await refresh();
    expect(await index()).toMatchObject({
      ...{ phase: 'ready', hasLive: true, posts: living, indexed: living, waiting: 0, drift: 0 },
      ...{ builtAt: expect.any(Date), checkedAt: expect.any(Date) },
    });
    expect((await trySearch(ctx, 'anvil'))?.engine).toBe('Elasticsearch');
  });

  test('shows what waits, what differs and what is refused', async () => {
    const { owner, acme, elasticsearch } = world;
    await owner`update posts set title = 'Changed' where slug = 'told'`;
    expect((await index())?.waiting).toBe(1);
    await drainPending(ctx);
    expect(await compareNow(ctx)).toBe(0);
    const [post] = await owner`select id from posts where slug = 'deep'`;
    const live = indexNames(acme.id).live;
    await elasticsearch.delete({ index: live, id: `${acme.id}:${post?.id}` });
    expect(await compareNow(ctx)).toBe(1);
    expect(await index()).toMatchObject({ drift: 1, indexed: living - 1 });

    await owner`update posts set published_at = '270000-01-01' where slug = 'anvils'`;
    await drainPending(ctx);
    const refused = (await index())?.refusedPosts;
    expect(refused).toMatchObject([
      { words: 'The search engine cannot read its publication date.' },
    ]);
    await owner`update posts set published_at = now() where slug = 'anvils'`;
    await owner`update platform.search_entries set dead_at = now() where post_id = ${refused?.[0]?.id ?? ''}`;
    await sendAgain(ctx, refused?.[0]?.id ?? '');
    await drainPending(ctx);
    expect(await index()).toMatchObject({ refused: 0, waiting: 0 });
  });

  test('that was taken away is noticed by a comparison', async () => {
    const name = String(await targetOf(indexNames(world.acme.id).live));
    await world.elasticsearch.indices.delete({ index: name });
    await expect(compareNow(ctx)).rejects.toMatchObject({ code: 'conflict' });
    expect(await index()).toMatchObject({ phase: 'none', hasLive: false });
  });
});
