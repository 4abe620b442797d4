import type { TenantKey } from '../tenant-key';

/** What a resolver may look at. Host is normalised and known to be well formed. */
export interface ResolverRequest {
  host: string;
  path: string;
  headers: Headers;
}

export interface ResolverConfig {
  rootDomains: string[];
  excludedSubdomains: string[];
}

/** What a resolver says: a key, nothing (ask the next one), or that nobody may answer. */
export type Resolution = TenantKey | 'pass' | 'stop';

/**
 * Finds the tenant key of a request by pure string work (S3.9). Runs at the edge: no I/O, no node
 * modules, nothing the client can forge.
 */
export interface TenantResolver {
  name: string;
  resolve(request: ResolverRequest, config: ResolverConfig): Resolution;
}

/** The part of the host before a root domain: 'acme' of acme.example.com; null outside the roots. */
export function subdomainOf(host: string, rootDomains: string[]): string | null {
  for (const root of rootDomains) {
    // The dot matters: evilexample.com must not count as a subdomain of example.com (N1).
    if (host.endsWith(`.${root}`)) return host.slice(0, -root.length - 1);
  }
  return null;
}
