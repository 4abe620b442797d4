import { env } from '../env';
import { stateEngine } from './engines';
import { isStateAway, type StateBackend } from './state-engine';

/**
 * Empties the cache of a tenant wherever it may be kept: what was left behind in a store must not
 * come back when the tenant's cache is kept there again. What other processes remember themselves
 * goes when they hear of the tenant's tag. One that is away is left out: its entries end by time.
 */
export async function clearCaches(tenantId: string): Promise<void> {
  const backends: StateBackend[] = [
    'memory',
    'postgres',
    ...(env().REDIS_URL ? ['redis' as const] : []),
  ];
  for (const backend of backends) {
    await stateEngine(backend)
      .clear({ tenantId, space: 'cache' })
      .catch((error) => {
        if (!isStateAway(error)) throw error;
      });
  }
}
