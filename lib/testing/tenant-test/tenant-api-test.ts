import '../rest-environment';

import { apiClient } from './api-client';
import { type TenantTestOptions, tenantTest } from './tenant-test';

/**
 * {@link tenantTest} with `api`, the REST API of `tenant` in this process: `api.get('/posts')` asks
 * as nobody, `api.as(asOwner).get('/posts')` as somebody; `otherApi` is that of `other`.
 */
export function tenantApiTest(options: TenantTestOptions = {}) {
  return tenantTest(options)
    .extend('api', ({ world, tenant }) => apiClient(world, tenant))
    .extend('otherApi', ({ world, other }) => apiClient(world, other));
}
