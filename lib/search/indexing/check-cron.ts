import { defineCron } from '../../jobs/define-cron';
import { log } from '../../log';
import { describeFault } from '../elasticsearch/describe-fault';
import { hasElasticsearch } from '../elasticsearch/elasticsearch-client';
import { buildIndex } from './build-index';
import { choosePlacement } from './choose-placement';
import { readIndexState } from './index-state';
import { repairIndex } from './repair-index';
import { sweepOrphans } from './sweep-orphans';

/**
 * Once a night each tenant's index is compared with the database and repaired; who has outgrown the
 * shared one gets one of their own.
 */
export const searchCheck = defineCron({
  name: 'search-check',
  at: '20 3 * * *',
  each: 'tenant',
  timeLimitSeconds: 3600,
  run: async (ctx, { signal }) => {
    if (!hasElasticsearch()) return;
    try {
      const state = await readIndexState(ctx);
      if (!state?.liveIndex) return;
      if (state.placement === 'shared' && (await choosePlacement(ctx, state)) === 'dedicated') {
        await buildIndex(ctx, { signal });
        return;
      }
      const orphans = await sweepOrphans(ctx);
      if (orphans) log.warn({ event: 'search.orphans', orphans }, 'indexes that nothing named');
      const found = await repairIndex(ctx);
      if (found) log.warn({ event: 'search.drift', found }, 'the index was not what it should be');
    } catch (error) {
      if (!describeFault(error)?.isAway) throw error;
    }
  },
});
