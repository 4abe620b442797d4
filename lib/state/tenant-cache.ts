import type { AppClient } from '../db/client';
import { NoTenantBound } from '../errors';
import { type CacheSettings, usualCacheSettings } from './cache-settings';
import { stateEngine } from './engines';
import { TenantStore } from './tenant-store';

/** As much of a tenant as its cache needs to know. */
export interface CachingTenant {
  id: string;
  settings: { cache?: CacheSettings };
}

/**
 * The cache of a tenant (S3.12, S3.13). It never fails because its store is away: then there is
 * nothing in it. `ctx.cache` is one; code without a context has `current().cache`.
 *
 * @throws NoTenantBound without a tenant.
 */
export function tenantCache(tenant: CachingTenant, client?: AppClient): TenantStore {
  if (!tenant?.id) throw new NoTenantBound('tenantCache()');
  // A tenant that an earlier release put into Next's cache has none.
  const settings: CacheSettings = tenant.settings.cache ?? usualCacheSettings;
  const { backend, timeoutSeconds, mostKeys } = settings;
  return new TenantStore({
    engine: stateEngine(backend, client),
    scope: { tenantId: tenant.id, space: 'cache', mostKeys },
    seconds: timeoutSeconds,
    whenAway: 'miss',
  });
}
