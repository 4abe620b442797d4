import type { AppClient } from '../db/client';
import { NoTenantBound } from '../errors';
import { stateEngine } from './engines';
import { TenantStore } from './tenant-store';

const usualSeconds = 86_400;
const mostKeys = 100_000;

/**
 * State of a tenant that is kept for a while, as what a person has half done (S2.40): unlike a
 * cache, it says so when its store is away. `ctx.state('session')` gives one.
 *
 * @param space - what is kept, in small letters; it is part of every key.
 * @throws NoTenantBound without a tenant. The store throws AppError unavailable.
 */
export function tenantState(
  tenant: { id: string },
  space: string,
  client?: AppClient,
): TenantStore {
  if (!tenant?.id) throw new NoTenantBound('tenantState()');
  if (space === 'cache') throw new Error('The space "cache" is the cache’s own. Use ctx.cache.');
  return new TenantStore({
    engine: stateEngine(undefined, client),
    scope: { tenantId: tenant.id, space, mostKeys },
    seconds: usualSeconds,
    whenAway: 'throw',
  });
}
