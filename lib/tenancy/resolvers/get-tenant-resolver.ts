import { ChainedResolver } from './chained-resolver';
import { CustomResolver } from './custom-resolver';
import { DomainResolver } from './domain-resolver';
import { HeaderResolver } from './header-resolver';
import { PathResolver } from './path-resolver';
import type { ResolverConfig } from './resolver-config';
import { SessionResolver } from './session-resolver';
import { SubdomainResolver } from './subdomain-resolver';
import type { TenantResolver } from './tenant-resolver';

const makers: Record<string, new (config: ResolverConfig) => TenantResolver> = {
  header: HeaderResolver,
  subdomain: SubdomainResolver,
  domain: DomainResolver,
  path: PathResolver,
  session: SessionResolver,
  custom: CustomResolver,
};

/**
 * The chain that the configuration names (S2.3, S2.53). A name it does not know is left out; the
 * start has refused it.
 */
export function getTenantResolver(config: ResolverConfig): ChainedResolver {
  const resolvers = config.resolvers.flatMap((name) => {
    const Maker = Object.hasOwn(makers, name) ? makers[name] : undefined;
    return Maker ? [new Maker(config)] : [];
  });
  return new ChainedResolver(resolvers, config);
}
