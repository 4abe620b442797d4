import { edgeEnv } from '../../env-edge';
import { routeRequest } from '../../tenancy/route-request';
import { originOf } from '../../tenancy/tenant-address';
import { tenantSegment } from '../../tenancy/tenant-key';
import { enter, type TenantEntry } from '../tenant-page';

/**
 * Finds the tenant that serves under an address: one of this installation's own, or nothing. What is
 * not found here is nowhere to send anybody.
 *
 * @param address - scheme, host and the beginning of the path, without a slash at its end.
 */
export async function tenantAt(address: string): Promise<TenantEntry | null> {
  if (!URL.canParse(address)) return null;
  const { host, hostname, pathname } = new URL(address);
  const path = pathname === '/' ? '' : pathname;
  if (originOf(hostname) + path !== address) return null;
  const asked = { host, path: `${path}/session`, headers: new Headers() };
  const routing = await routeRequest(asked, edgeEnv());
  if (routing.kind !== 'tenant') return null;
  const entry = await enter(tenantSegment(routing.key));
  const isThere = entry.kind === 'tenant' && entry.tenant.basePath === path;
  return isThere ? entry : null;
}
