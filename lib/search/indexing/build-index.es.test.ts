import { beforeEach, describe, expect, test } from 'vitest';
import type { TenantContext } from '../../tenancy/tenant';
import { databaseContent, indexContent } from '../../testing/search/index-content';
import { indexWorld } from '../../testing/search/index-world';
import { documentId, indexNames } from '../elasticsearch/index-names';
import { buildIndex } from './build-index';
import { checkIndex } from './check-index';
import { indexPosts } from './index-job';
import { writeIndexState } from './index-state';
import { prepareNext, swapIn, targetOf } from './next-index';
import { sweepOrphans } from './sweep-orphans';

describe('an index that is made anew', () => {
  const world = indexWorld();
  let ctx: TenantContext;
  let id: string;
  beforeEach(() => {
    ({ ctx, id } = world);
  });

  /** As a server does that has too much to do (429), here for two seconds. */
  const putOff = () => world.owner`
    update platform.search_entries
    set is_pending = true, attempts = 1, next_attempt_at = now() + interval '2 seconds'
    where post_id = (select id from posts where slug = 'anvils' and tenant_id = ${id})
    returning post_id`;

  test('answers only once it has what the engine had no time for', async () => {
    const before = await targetOf(indexNames(id).live);
    let isLate = false;
    await buildIndex(ctx, {
      onProgress: async () => {
        if (isLate) return;
        isLate = true;
        const [late] = await putOff();
        await world.elasticsearch.delete({
          ...{ index: indexNames(id).next, id: documentId(id, late?.post_id) },
        });
      },
    });
    expect(isLate).toBe(true);
    expect(await targetOf(indexNames(id).live)).not.toBe(before);
    expect(await indexContent(id)).toEqual(await databaseContent(world.owner, id));
    const [row] = await world.owner`
      select count(*)::int as n from platform.search_entries where tenant_id = ${id} and is_pending`;
    expect(row?.n).toBe(0);
  });

  test('is made anew after its mapping has changed, and takes what the former one refused', async () => {
    const { indices } = world.elasticsearch;
    const { shared, live, isCurrent } = indexNames(id);
    const former = shared.replace(/[^-]+$/, '00000000');
    const globex = world.contextOf('globex');
    const keyword = { type: 'keyword' } as const;
    const properties = { tenant_id: keyword, post_id: keyword, version: { type: 'long' as const } };
    await indices.create({ index: former, mappings: { dynamic: 'strict', properties } });
    for (const one of [ctx, globex]) {
      await buildIndex(one, { placement: 'shared' });
      await prepareNext(one.tenant.id, former, 'shared');
      await swapIn(one.tenant.id, former, 'shared');
      await writeIndexState(one, { liveIndex: former });
    }
    const asked = () => world.owner`
      select kind from platform.jobs where tenant_id = ${id} and kind = 'search.build'`;
    const refused = () => world.owner`
      select from platform.search_entries where tenant_id = ${id} and dead_at is not null`;
    await world.owner`delete from platform.jobs`;
    await world.owner`update posts set title = 'Refused' where slug = 'anvils'`;
    await indexPosts.run(ctx, { progress: async () => {} } as never);
    expect(await refused()).toHaveLength(1);
    // By a change, or in the night, and once.
    await checkIndex(ctx);
    expect(await asked()).toHaveLength(1);
    await buildIndex(ctx);
    expect(await refused()).toHaveLength(0);
    expect(isCurrent(String(await targetOf(live)))).toBe(true);
    expect(await indexContent(id)).toEqual(await databaseContent(world.owner, id));
    expect(await indices.exists({ index: former })).toBe(true);
    await buildIndex(globex);
    expect(await indices.exists({ index: former })).toBe(false);
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
