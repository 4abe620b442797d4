import { originOf } from '../tenancy/tenant-address';
import type { TenantEntry } from './tenant-page';

/**
 * Where pages of this entry send people: from a name that the tenant had before, and from any host
 * but the primary one where it says so.
 *
 * @returns the address to go to, or null where it is served here. An old name may stand for an
 *   address that has not changed, as the root host of a default tenant: nobody is sent in circles.
 */
export function leadsTo({
  tenant,
  hostname,
  isFormer,
}: Pick<TenantEntry, 'tenant' | 'hostname' | 'isFormer'>): string | null {
  const here = originOf(hostname) + tenant.basePath;
  if (here === tenant.homeUrl) return null;
  return isFormer || tenant.settings.redirectToPrimary ? tenant.homeUrl : null;
}
