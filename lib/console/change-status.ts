import { setTenantStatus } from '../tenancy/life/set-tenant-status';
import type { PlatformContext } from './platform-context';

/**
 * Suspends or activates a tenant from the console.
 *
 * @returns the tags of what is stale from now on.
 * @throws TenantNotFound
 */
export async function changeStatus(
  { db, actor, requestId }: PlatformContext,
  id: string,
  status: 'active' | 'suspended',
): Promise<string[]> {
  const { cacheTags } = await setTenantStatus(db, { id }, status, { actor, requestId });
  return cacheTags;
}
