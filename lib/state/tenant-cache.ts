import type { AppClient } from '../db/client';
import { NoTenantBound } from '../errors';
import type { CacheSettings } from './cache-settings';
import { stateEngine } from './engines';
import { TenantStore } from './tenant-store';

/** As much of a tenant as its cache needs to know. */
export interface CachingTenant {
  id: string;
  settings: { cache: CacheSettings };
}

/**
 * The cache of a tenant (S3.12, S3.13). It never fails because its store is away: then there is
 * nothing in it. `ctx.cache` is one; code without a context has `current().cache`.
 *
 * @throws NoTenantBound without a tenant.
 */
export function tenantCache(tenant: CachingTenant, client?: AppClient): TenantStore {
  if (!tenant?.id) throw new NoTenantBound('tenantCache()');
  const { backend, timeoutSeconds, mostKeys } = tenant.settings.cache;
  return new TenantStore({
    engine: stateEngine(backend, client),
    scope: { tenantId: tenant.id, space: 'cache', mostKeys },
    seconds: timeoutSeconds,
    whenAway: 'miss',
  });
}
