import { namedTenant } from './named-tenant';
import type { ResolverConfig } from './resolver-config';
import type { Resolution, ResolverRequest, TenantResolver } from './tenant-resolver';

/**
 * `X-Tenant-ID: acme` (S2.15), on hosts of the platform. Anybody can send the header: it says whose
 * pages are asked for, as a host name does, and gives no rights. One that can name nobody ends the
 * chain, so that a typing error does not end in another tenant.
 */
export class HeaderResolver implements TenantResolver {
  readonly name = 'header';

  constructor(private readonly config: Pick<ResolverConfig, 'tenantHeader'>) {}

  resolve({ headers }: ResolverRequest): Resolution {
    const given = headers.get(this.config.tenantHeader);
    if (given === null) return 'pass';
    return namedTenant(given) ?? 'stop';
  }
}
