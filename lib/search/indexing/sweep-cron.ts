import { defineCron } from '../../jobs/define-cron';
import { planSearch } from '../../jobs/plan-search';
import { log } from '../../log';
import { askHealth } from '../elasticsearch/ask-health';

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
    await planSearch();
  },
});
