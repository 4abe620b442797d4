import type { MemberContext } from '../../auth/viewer';
import { AppError } from '../../errors';
import { describeFault } from '../../search/elasticsearch/describe-fault';
import { indexNames } from '../../search/elasticsearch/index-names';
import { compareIndex, type IndexDrift } from '../../search/indexing/compare-index';
import { readIndexState, writeIndexState } from '../../search/indexing/index-state';
import { targetOf } from '../../search/indexing/next-index';
import { requireEngine } from './require-engine';

/**
 * Compares the tenant's index with its posts and keeps what was found. Mends nothing.
 *
 * @returns how many documents are not right.
 * @throws AppError conflict where there is no index, unavailable while the engine is away.
 */
export async function compareNow(ctx: MemberContext): Promise<number> {
  requireEngine();
  const state = await readIndexState(ctx);
  if (!state?.liveIndex) throw new AppError('conflict', 'There is no index to compare yet.');
  const { stale, extra } = await compared(ctx);
  const drift = stale.length + extra.length;
  await writeIndexState(ctx, { checkedAt: new Date(), drift });
  return drift;
}

async function compared(ctx: MemberContext): Promise<IndexDrift> {
  const { live } = indexNames(ctx.tenant.id);
  try {
    if ((await targetOf(live)) !== null) return await compareIndex(ctx, live);
  } catch (error) {
    const fault = describeFault(error);
    if (!fault) throw error;
    throw new AppError('unavailable', fault.words, { cause: error });
  }
  // Somebody took it away. As it is not there, it is made anew by itself.
  await writeIndexState(ctx, { liveIndex: null, nextIndex: null, nextPlacement: null });
  throw new AppError('conflict', 'The search engine has lost the index. A new one is made.');
}
