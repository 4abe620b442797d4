import type { ResolverConfig } from './resolver-config';
import {
  type Resolution,
  type ResolverRequest,
  subdomainOf,
  type TenantResolver,
} from './tenant-resolver';

/** `acme.example.com` is tenant acme (S2.9). Excluded labels such as `api` are nobody (S2.10). */
export class SubdomainResolver implements TenantResolver {
  readonly name = 'subdomain';

  constructor(
    private readonly config: Pick<ResolverConfig, 'rootDomains' | 'excludedSubdomains'>,
  ) {}

  resolve({ host }: ResolverRequest): Resolution {
    const { rootDomains, excludedSubdomains } = this.config;
    const sub = rootDomains.includes(host) ? null : subdomainOf(host, rootDomains);
    if (sub === null || sub.includes('.')) return 'pass';
    return excludedSubdomains.includes(sub) ? 'stop' : { kind: 'slug', slug: sub };
  }
}
