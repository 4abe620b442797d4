import type { TenantKey } from '../tenant-key';
import type { ResolverConfig } from './resolver-config';
import { type ResolverRequest, subdomainOf, type TenantResolver } from './tenant-resolver';

/** Who was found, and which resolver found them. */
export interface FoundTenant {
  key: TenantKey;
  by: string;
}

/**
 * Asks resolvers in order; the first that finds a key wins (S2.22). A host outside the roots is a
 * custom domain whatever else the request says: there only the domain resolver is asked, so that
 * nobody can show another tenant under somebody's own name.
 */
export class ChainedResolver {
  constructor(
    private readonly resolvers: TenantResolver[],
    private readonly config: Pick<ResolverConfig, 'rootDomains'>,
  ) {}

  /** @returns 'pass' when nobody answered, 'stop' when one of them ended the chain. */
  async resolve(request: ResolverRequest): Promise<FoundTenant | 'pass' | 'stop'> {
    const { rootDomains } = this.config;
    const { host } = request;
    const isOurs = rootDomains.includes(host) || subdomainOf(host, rootDomains) !== null;
    for (const resolver of this.resolvers) {
      if (!isOurs && resolver.name !== 'domain') continue;
      const resolution = await resolver.resolve(request);
      if (resolution === 'stop') return 'stop';
      if (resolution !== 'pass') return { key: resolution, by: resolver.name };
    }
    return 'pass';
  }
}
