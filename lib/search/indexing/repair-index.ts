import { indexNames } from '../elasticsearch/index-names';
import type { SearchContext } from '../search-engine';
import { compareIndex } from './compare-index';
import { drainPending } from './drain-pending';
import { readIndexState, writeIndexState } from './index-state';
import { markForSearch } from './mark-for-search';
import { removeExtra } from './remove-extra';

/**
 * Brings the tenant's index to what the database says: sends what waits, compares, sends what is
 * missing and takes out what is too many.
 *
 * @returns how many documents were not right; null where there is no index.
 * @throws what the client throws while the engine is away.
 */
export async function repairIndex(ctx: SearchContext): Promise<number | null> {
  const state = await readIndexState(ctx);
  if (!state?.liveIndex) return null;
  const { live } = indexNames(ctx.tenant.id);
  await drainPending(ctx);
  const drift = await compareIndex(ctx, live);
  const found = drift.stale.length + drift.extra.length;
  if (drift.extra.length > 0) await removeExtra(ctx.tenant.id, live, drift.extra);
  if (drift.stale.length > 0) {
    await markForSearch(ctx, drift.stale);
    await drainPending(ctx);
  }
  await writeIndexState(ctx, { checkedAt: new Date(), drift: found });
  return found;
}
