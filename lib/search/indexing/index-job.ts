import { defineHandler } from '../../jobs/handler';
import { log } from '../../log';
import { describeFault } from '../elasticsearch/describe-fault';
import { hasElasticsearch } from '../elasticsearch/elasticsearch-client';
import { indexNames } from '../elasticsearch/index-names';
import { drainPending } from './drain-pending';
import { readIndexState } from './index-state';
import { requestBuild } from './request-build';

/**
 * Sends what has changed to the tenant's index. Triggers of posts ask for it. While the engine is
 * away the changes stay noted down, and the sweep asks again.
 */
export const indexPosts = defineHandler({
  kind: 'search.index',
  timeLimitSeconds: 300,
  whileSuspended: true,
  run: async (ctx, { signal, progress }) => {
    if (!hasElasticsearch()) return;
    try {
      const state = await readIndexState(ctx);
      // What it was made with may refuse what is sent from now on.
      const isOld = state?.liveIndex && !indexNames(ctx.tenant.id).isCurrent(state.liveIndex);
      if (isOld && !state.nextIndex) await requestBuild(ctx);
      await drainPending(ctx, { signal, onProgress: (sent) => progress(sent, undefined, 'posts') });
    } catch (error) {
      const fault = describeFault(error);
      if (!fault?.isAway) throw error;
      log.warn({ event: 'search.not_indexed', reason: fault.words }, 'changes wait for the engine');
    }
  },
});
