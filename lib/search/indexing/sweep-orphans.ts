import { elasticsearchClient } from '../elasticsearch/elasticsearch-client';
import { indexNames } from '../elasticsearch/index-names';
import type { SearchContext } from '../search-engine';
import { readIndexState } from './index-state';
import { dropIndex } from './next-index';

const oneDay = 24 * 60 * 60 * 1000;

/**
 * Takes away indexes of the tenant's own that nothing names: a process ended after making one, or
 * before dropping it. Those of the last day are left, since somebody may be about to name them.
 *
 * @returns how many.
 */
export async function sweepOrphans(ctx: SearchContext, now = new Date()): Promise<number> {
  const names = indexNames(ctx.tenant.id);
  const client = await elasticsearchClient();
  const found = await client.indices.getAlias(
    { index: `${names.live}-2*`, expand_wildcards: 'all' },
    { ignore: [404] },
  );
  const state = await readIndexState(ctx);
  const youngest = names.dedicated(new Date(now.getTime() - oneDay));
  const orphans = Object.entries(found).flatMap(([index, value]) => {
    const aliases = Object.keys((value as { aliases?: object })?.aliases ?? {});
    const isNamed = aliases.length > 0 || index === state?.liveIndex || index === state?.nextIndex;
    return isNamed || index >= youngest ? [] : [index];
  });
  for (const index of orphans) await dropIndex(ctx.tenant.id, index);
  return orphans.length;
}
