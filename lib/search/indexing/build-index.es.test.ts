import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { TenantContext } from '../../tenancy/tenant';
import { corpus } from '../../testing/search/corpus';
import { databaseContent, indexContent } from '../../testing/search/index-content';
import { plantPosts } from '../../testing/search/plant-posts';
import { openSearchWorld, type SearchWorld } from '../../testing/search/search-world';
import { skipWithout } from '../../testing/skip-without';
import { indexNames } from '../elasticsearch/index-names';
import { buildIndex } from './build-index';
import { targetOf } from './next-index';
import { sweepOrphans } from './sweep-orphans';

const found = inject('elasticsearch');
const missing = 'missing' in found ? found.missing : null;
let world: SearchWorld;
let ctx: TenantContext;
let id: string;

describe('an index that is made anew', () => {
  skipWithout(missing);
  beforeAll(async () => {
    if (!('url' in found)) return;
    world = await openSearchWorld(found.url);
    ctx = world.contextOf('acme');
    id = world.acme.id;
  });
  afterAll(() => world?.close());
  beforeEach(async () => {
    if (missing) return;
    await world.owner`delete from posts`;
    await plantPosts(world.owner, world.acme, corpus);
    await buildIndex(ctx, { placement: 'dedicated' });
  });

  /** As a server does that has too much to do (429), here for two seconds. */
  const putOff = () => world.owner`
    update platform.search_entries
    set is_pending = true, attempts = 1, next_attempt_at = now() + interval '2 seconds'
    where post_id = (select id from posts where slug = 'anvils' and tenant_id = ${id})`;

  test('answers only once it has what the engine had no time for', async () => {
    const before = await targetOf(indexNames(id).live);
    let isLate = false;
    await buildIndex(ctx, {
      onProgress: async () => {
        if (isLate) return;
        isLate = true;
        await putOff();
        const { next } = indexNames(id);
        const query = { term: { slug: 'anvils' } };
        await world.elasticsearch.indices.refresh({ index: next });
        await world.elasticsearch.deleteByQuery({ index: next, query, refresh: true });
      },
    });
    expect(isLate).toBe(true);
    expect(await targetOf(indexNames(id).live)).not.toBe(before);
    expect(await indexContent(id)).toEqual(await databaseContent(world.owner, id));
    const [row] = await world.owner`
      select count(*)::int as n from platform.search_entries where tenant_id = ${id} and is_pending`;
    expect(row?.n).toBe(0);
  });

  test('leaves no index behind that a process made and never named, and takes no other', async () => {
    const { indices } = world.elasticsearch;
    const dayBefore = new Date(Date.now() - 2 * 86_400_000);
    const orphan = indexNames(id).dedicated(dayBefore);
    const fresh = indexNames(id).dedicated(new Date());
    const theirs = indexNames(world.globex.id).dedicated(dayBefore);
    for (const index of [orphan, fresh, theirs]) await indices.create({ index });
    expect(await sweepOrphans(ctx)).toBe(1);
    expect(await sweepOrphans(ctx)).toBe(0);
    expect(await indices.exists({ index: orphan })).toBe(false);
    for (const index of [fresh, theirs]) expect(await indices.exists({ index })).toBe(true);
    await indices.delete({ index: [fresh, theirs] });
    expect(await indexContent(id)).toEqual(await databaseContent(world.owner, id));
  });
});
