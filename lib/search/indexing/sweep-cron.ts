import { appClient } from '../../db/client';
import { defineCron } from '../../jobs/define-cron';
import { log } from '../../log';
import { askHealth } from '../elasticsearch/ask-health';

const tenantsAtOnce = 200;

/**
 * Asks for the work that nobody stands for: first indexes, and changes that waited for the engine to
 * come back. Does nothing while it is away.
 */
export const searchSweep = defineCron({
  name: 'search-sweep',
  every: '30s',
  run: async () => {
    const health = await askHealth();
    if (health.status === 'down') log.warn({ event: 'search.away', reason: health.words }, 'waits');
    if (health.status !== 'up') return;
    await appClient().query(
      (sql) => sql`
        select platform.plan_search_builds(${tenantsAtOnce}), platform.plan_search_jobs(${tenantsAtOnce})`,
    );
  },
});
