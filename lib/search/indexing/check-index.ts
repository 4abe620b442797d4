import { log } from '../../log';
import { indexNames } from '../elasticsearch/index-names';
import type { SearchContext } from '../search-engine';
import { choosePlacement } from './choose-placement';
import { readIndexState } from './index-state';
import { repairIndex } from './repair-index';
import { requestBuild } from './request-build';
import { sweepOrphans } from './sweep-orphans';

/**
 * Compares a tenant's index with the database and repairs it. For who has outgrown the shared one, and
 * where it has the mapping of another version, a job is to make it anew.
 *
 * @throws what the client throws while the engine is away.
 */
export async function checkIndex(ctx: SearchContext): Promise<void> {
  const state = await readIndexState(ctx);
  if (!state?.liveIndex) return;
  const placement = await choosePlacement(ctx, state);
  const isOutgrown = placement !== state.placement;
  if (isOutgrown || !indexNames(ctx.tenant.id).isCurrent(state.liveIndex)) {
    await requestBuild(ctx);
    return;
  }
  const orphans = await sweepOrphans(ctx);
  if (orphans) log.warn({ event: 'search.orphans', orphans }, 'indexes that nothing named');
  const found = await repairIndex(ctx);
  if (found) log.warn({ event: 'search.drift', found }, 'the index was not what it should be');
}
