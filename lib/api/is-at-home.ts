import { edgeEnv } from '../env-edge';
import { parseHost, requestedHost } from '../tenancy/host';
import type { TenantInfo } from '../tenancy/tenant';
import { originOf } from '../tenancy/tenant-address';

/** Tells whether a request was made to the tenant's canonical address, whatever named the tenant. */
export function isAtHome(
  headers: Headers,
  { homeUrl, basePath }: Pick<TenantInfo, 'homeUrl' | 'basePath'>,
): boolean {
  const host = parseHost(requestedHost(headers, edgeEnv().trustProxy));
  return host !== null && originOf(host) + basePath === homeUrl;
}
