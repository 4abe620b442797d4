import { cachedForHost } from '../cache/cached-reads';
import { edgeEnv } from '../env-edge';
import { findTenantId } from '../tenancy/find-tenant-id';
import { parseHost } from '../tenancy/host';
import { routeRequest } from '../tenancy/route-request';
import { keyName, type TenantKey } from '../tenancy/tenant-key';
import { keyWithoutWww } from '../tenancy/without-www';

type Find = (key: TenantKey) => Promise<string | null>;

/**
 * Tells whether this installation answers under a host name, so that whoever ends TLS may ask for a
 * certificate: the platform's own names, those of living tenants, their verified domains, and such a
 * name with `www.` in front, which only leads to it. Decided as the edge decides a request.
 *
 * @param find - who has a key; cached by host and forgotten with its tag, unknown names too.
 */
export async function isServedHost(name: string, find: Find = cachedFind): Promise<boolean> {
  if (parseHost(name) !== name) return false;
  const request = { host: name, path: '/', headers: new Headers() };
  const routing = await routeRequest(request, edgeEnv());
  if (routing.kind === 'platform' || routing.kind === 'without-www') return true;
  if (routing.kind !== 'tenant') return false;
  if (await find(routing.key)) return true;
  const bare = keyWithoutWww(routing.key);
  return bare !== null && (await find(bare.key)) !== null;
}

function cachedFind(key: TenantKey): Promise<string | null> {
  return cachedForHost(keyName(key), () => findTenantId(key));
}
