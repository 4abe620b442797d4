import { defineCron } from '../../jobs/define-cron';
import { describeFault } from '../elasticsearch/describe-fault';
import { hasElasticsearch } from '../elasticsearch/elasticsearch-client';
import { checkIndex } from './check-index';

/** Once a night each tenant's index is looked at. */
export const searchCheck = defineCron({
  name: 'search-check',
  at: '20 3 * * *',
  each: 'tenant',
  whileSuspended: true,
  timeLimitSeconds: 3600,
  run: async (ctx) => {
    if (!hasElasticsearch()) return;
    try {
      await checkIndex(ctx);
    } catch (error) {
      if (!describeFault(error)?.isAway) throw error;
    }
  },
});
