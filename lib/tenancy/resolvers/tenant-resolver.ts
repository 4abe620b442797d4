import type { TenantKey } from '../tenant-key';

/** What a resolver may look at. Host is normalised and known to be well formed. */
export interface ResolverRequest {
  host: string;
  path: string;
  headers: Headers;
}

/** What a resolver says: a key, nothing (ask the next one), or that nobody may answer. */
export type Resolution = TenantKey | 'pass' | 'stop';

/**
 * Finds the tenant key of a request (S3.9). Runs at the edge: no database, no node modules, and
 * nothing believed that a client could forge to become somebody else.
 */
export interface TenantResolver {
  /** As TENANT_RESOLVER calls it. */
  readonly name: string;
  resolve(request: ResolverRequest): Resolution | Promise<Resolution>;
}

/** The part of the host before a root domain: 'acme' of acme.example.com; null outside the roots. */
export function subdomainOf(host: string, rootDomains: string[]): string | null {
  // The dot matters: evilexample.com must not count as a subdomain of example.com (N1).
  const under = rootDomains.filter((root) => host.endsWith(`.${root}`));
  if (under.length === 0) return null;
  // Of a root inside another root the longer one.
  return host.slice(0, -Math.max(...under.map((root) => root.length)) - 1);
}
