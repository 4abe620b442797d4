import { headers } from 'next/headers';
import { env } from '../env';
import { edgeEnv } from '../env-edge';
import { parseHost, requestedHost } from '../tenancy/host';
import { platformHosts } from '../tenancy/platform-hosts';
import { requestIdHeader, tenantHeader } from '../tenancy/private-headers';
import { marker, parseTenantSegment } from '../tenancy/tenant-key';

/** What the middleware found out about the request at hand. */
export interface RequestFacts {
  headers: Headers;
  requestId: string;
  /** Name of the tenant as the internal path has it; null on the root host. */
  tenantName: string | null;
  isRootHost: boolean;
  /** What the tenant's addresses begin with here: `/acme` where the path named it, else nothing. */
  basePath: string;
  /** The name the request was made to, without port; empty for one that is no name. */
  hostname: string;
}

/** Reads the private headers, which no client can set. For dynamic pages, actions and routes. */
export async function requestFacts(): Promise<RequestFacts> {
  const sent = await headers();
  const tenantName = sent.get(tenantHeader);
  const host = parseHost(requestedHost(sent, env().TRUST_PROXY));
  return {
    headers: sent,
    requestId: sent.get(requestIdHeader) ?? 'none',
    tenantName,
    basePath: (tenantName && parseTenantSegment(marker + tenantName)?.prefix) || '',
    hostname: host ?? '',
    isRootHost: tenantName === null && host !== null && platformHosts(edgeEnv()).includes(host),
  };
}
