import { defineHandler } from '../../jobs/handler';
import { log } from '../../log';
import { describeFault } from '../elasticsearch/describe-fault';
import { hasElasticsearch } from '../elasticsearch/elasticsearch-client';
import { drainPending } from './drain-pending';

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
      await drainPending(ctx, { signal, onProgress: (sent) => progress(sent, undefined, 'posts') });
    } catch (error) {
      const fault = describeFault(error);
      if (!fault?.isAway) throw error;
      log.warn({ event: 'search.not_indexed', reason: fault.words }, 'changes wait for the engine');
    }
  },
});
