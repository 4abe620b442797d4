import type { TenantKey } from '../tenant-key';
import { domainResolver } from './domain-resolver';
import { subdomainResolver } from './subdomain-resolver';
import type { ResolverConfig, ResolverRequest, TenantResolver } from './tenant-resolver';

const known: TenantResolver[] = [domainResolver, subdomainResolver];

/**
 * Asks the configured resolvers in order; the first that finds a key wins (S2.22).
 *
 * @param names - as in TENANT_RESOLVER.
 * @returns the key, or null when nobody answered or one of them ended the chain.
 */
export function resolveTenantKey(
  names: string[],
  request: ResolverRequest,
  config: ResolverConfig,
): TenantKey | null {
  for (const name of names) {
    const resolver = known.find((candidate) => candidate.name === name);
    const resolution = resolver?.resolve(request, config) ?? 'pass';
    if (resolution === 'stop') return null;
    if (resolution !== 'pass') return resolution;
  }
  return null;
}
