import type { ResolverConfig } from './resolvers/resolver-config';

/** The hosts that serve the platform itself: the roots, unless these are a tenant's by default. */
export function platformHosts({
  rootDomains,
  defaultTenant,
}: Pick<ResolverConfig, 'rootDomains' | 'defaultTenant'>): string[] {
  return defaultTenant ? rootDomains.map((root) => `admin.${root}`) : rootDomains;
}
