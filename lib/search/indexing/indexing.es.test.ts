import { beforeEach, describe, expect, test } from 'vitest';
import { env } from '../../env';
import type { TenantContext } from '../../tenancy/tenant';
import { askIndex } from '../../testing/search/ask-index';
import { databaseContent, indexContent } from '../../testing/search/index-content';
import { indexWorld } from '../../testing/search/index-world';
import { plantPosts } from '../../testing/search/plant-posts';
import { elasticsearchEngine } from '../elasticsearch/elasticsearch-engine';
import { indexNames } from '../elasticsearch/index-names';
import { searchPosts } from '../search-posts';
import { buildIndex } from './build-index';
import { bulkPosts } from './bulk-posts';
import { drainPending } from './drain-pending';
import { readIndexState } from './index-state';
import { targetOf } from './next-index';
import { repairIndex } from './repair-index';

describe('the index of a tenant', () => {
  const world = indexWorld();
  let ctx: TenantContext;
  let id: string;
  beforeEach(() => {
    ({ ctx, id } = world);
  });

  const isRight = async () =>
    expect(await indexContent(id)).toEqual(await databaseContent(world.owner, id));
  const pending = async () => {
    const [row] = await world.owner`
      select count(*)::int as n from platform.search_entries
      where tenant_id = ${id} and is_pending and dead_at is null`;
    return row?.n as number;
  };
  const postId = async (slug: string) =>
    (await world.owner`select id from posts where tenant_id = ${id} and slug = ${slug}`)[0]?.id;

  test('holds what the database does, after every kind of change', async () => {
    await isRight();
    const { owner } = world;
    await owner`update posts set title = 'Another title' where slug = 'anvils'`;
    await owner`update posts set status = 'published', published_at = now() where slug = 'draft'`;
    await owner`update posts set deleted_at = now() where slug = 'told'`;
    await owner`update posts set deleted_at = null where slug = 'gone'`;
    await owner`delete from posts where slug = 'deep'`;
    await plantPosts(owner, world.acme, [{ slug: 'new', title: 'New', body: '# *new*' }]);
    expect(await pending()).toBe(6);
    expect(await drainPending(ctx)).toBe(6);
    await isRight();
    expect(await pending()).toBe(0);
    // What changes nothing that is searched is not sent.
    await owner`update posts set reading_minutes = 7`;
    expect(await pending()).toBe(0);
  });

  test('asks for one job, however many changes there are', async () => {
    await world.owner`delete from platform.jobs`;
    for (let n = 0; n < 3; n += 1) await world.owner`update posts set title = title || ${n}::text`;
    const jobs = await world.owner`select kind, tenant_id from platform.jobs`;
    expect(jobs).toEqual([{ kind: 'search.index', tenant_id: id }]);
  });

  test('keeps the later of two changes, whichever comes last', async () => {
    const { owner } = world;
    const late = await postId('anvils');
    const [before] =
      await owner`select version::int from platform.search_entries where post_id = ${late}`;
    const entry = { postId: late, version: before?.version, attempts: 0, isGone: false };
    await owner`delete from posts where id = ${late}`;
    await drainPending(ctx);
    const document = {
      ...{ tenant_id: id, post_id: late, slug: 'anvils', status: 'published' as const },
      ...{ published_at: null, version: before?.version, title: 'Late', description: '', body: '' },
    };
    const fates = await bulkPosts(id, [{ ...entry, document } as never], [indexNames(id).live]);
    expect(fates).toMatchObject([{ fate: 'done' }]);
    await isRight();
  });

  test('is made anew without a gap, while it is searched and written', async () => {
    const before = await targetOf(indexNames(id).live);
    let isDone = false;
    const searching = (async () => {
      let searches = 0;
      for (; !isDone; searches += 1) {
        expect(await askIndex(world.elasticsearch, id, 'anvil')).toBe(3);
      }
      return searches;
    })();
    const writing = (async () => {
      for (let n = 0; !isDone; n += 1) {
        await world.owner`update posts set description = ${`Change ${n}`} where slug = 'common-1'`;
      }
    })();
    await buildIndex(ctx);
    isDone = true;
    expect(await searching).toBeGreaterThan(0);
    await writing;
    await drainPending(ctx);
    await isRight();
    expect(await targetOf(indexNames(id).live)).not.toBe(before);
    expect(await world.elasticsearch.indices.exists({ index: String(before) })).toBe(false);
  });

  test('is compared and repaired', async () => {
    const [stale, lost] = [await postId('anvils'), await postId('told')];
    const index = indexNames(id).live;
    const { owner, elasticsearch } = world;
    const document = { tenant_id: id, slug: 'x', status: 'published', published_at: null };
    const texts = { title: 'Wrong', description: '', body: '' };
    await elasticsearch.index({
      ...{
        index,
        id: `${id}:${stale}`,
        document: { ...document, ...texts, post_id: stale, version: 1 },
      },
    });
    await elasticsearch.delete({ index, id: `${id}:${lost}` });
    const ghost = '00000000-0000-4000-8000-000000000001';
    await elasticsearch.index({
      ...{
        index,
        id: `${id}:${ghost}`,
        document: { ...document, ...texts, post_id: ghost, version: 2 },
      },
    });
    expect(await repairIndex(ctx)).toBe(3);
    await isRight();
    expect(await repairIndex(ctx)).toBe(0);
    await owner`delete from platform.search_entries where post_id = ${lost}`;
    await repairIndex(ctx);
    await isRight();
  });

  test('what the engine refuses does not keep the others waiting, and is kept for people', async () => {
    const { owner } = world;
    await owner`update posts set published_at = '270000-01-01' where slug = 'anvils'`;
    await owner`update posts set title = 'Fine' where slug = 'told'`;
    await drainPending(ctx);
    const [dead] = await owner`
      select last_error from platform.search_entries where tenant_id = ${id} and dead_at is not null`;
    expect(dead?.last_error).toMatch(/document_parsing_exception/);
    expect((await indexContent(id))[await postId('told')]?.title).toBe('Fine');
    await buildIndex(ctx);
    await owner`update posts set published_at = now() where slug = 'anvils'`;
    await drainPending(ctx);
    await isRight();
  });

  test('somebody takes it away: PostgreSQL answers, nothing is made by a write, then it is rebuilt', async () => {
    const index = String(await targetOf(indexNames(id).live));
    await world.elasticsearch.indices.delete({ index });
    expect(await searchPosts(ctx, 'anvil')).toMatchObject({ engine: 'postgres', degraded: false });
    await world.owner`update posts set title = 'Changed' where slug = 'told'`;
    await drainPending(ctx);
    expect(await world.elasticsearch.indices.exists({ index: indexNames(id).live })).toBe(false);
    expect((await readIndexState(ctx))?.liveIndex).toBeNull();
    await buildIndex(ctx, { placement: 'dedicated' });
    await isRight();
  });

  test('grows out of the shared one, and leaves nothing behind', async () => {
    const other = world.contextOf('globex');
    env().ELASTICSEARCH_SHARED_BELOW = 5;
    await plantPosts(world.owner, world.globex, [{ slug: 'one', title: 'Only of globex' }]);
    await buildIndex(other);
    expect((await readIndexState(other))?.placement).toBe('shared');
    const shared = indexNames(id).shared;
    await buildIndex(ctx, { placement: 'shared' });
    await isRight();
    const query = { text: 'only', words: ['only'], drafts: true, limit: 9 };
    expect((await elasticsearchEngine.search(ctx, query)).hits).toEqual([]);
    expect((await elasticsearchEngine.search(other, query)).hits).toHaveLength(1);
    await buildIndex(ctx, { placement: 'dedicated' });
    await isRight();
    await world.elasticsearch.indices.refresh({ index: shared });
    const { count } = await world.elasticsearch.count({
      index: shared,
      query: { term: { tenant_id: id } },
    });
    expect(count).toBe(0);
    expect((await elasticsearchEngine.search(other, query)).hits).toHaveLength(1);
  });
});
