import { headers } from 'next/headers';
import { env } from '../env';
import { parseHost, requestedHost } from '../tenancy/host';
import { requestIdHeader, tenantHeader } from '../tenancy/private-headers';
import { rootDomains } from '../tenancy/tenant-address';

/** What the middleware found out about the request at hand. */
export interface RequestFacts {
  headers: Headers;
  requestId: string;
  /** Slug or domain of the tenant; null on the root host. */
  tenantName: string | null;
  isRootHost: boolean;
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
    hostname: host ?? '',
    isRootHost: tenantName === null && host !== null && rootDomains().includes(host),
  };
}
