import type { ResolverConfig } from './resolver-config';
import {
  type Resolution,
  type ResolverRequest,
  subdomainOf,
  type TenantResolver,
} from './tenant-resolver';

/**
 * A host outside the roots is a custom domain and ends the chain (S3.7). So is a name of several
 * labels under a root: only a registered row can make `a.b.example.com` mean anything (N1, N2).
 */
export class DomainResolver implements TenantResolver {
  readonly name = 'domain';

  constructor(private readonly config: Pick<ResolverConfig, 'rootDomains'>) {}

  resolve({ host }: ResolverRequest): Resolution {
    const { rootDomains } = this.config;
    if (rootDomains.includes(host)) return 'pass';
    const sub = subdomainOf(host, rootDomains);
    if (sub !== null && !sub.includes('.')) return 'pass';
    return host.includes('.') ? { kind: 'domain', hostname: host } : 'stop';
  }
}
