import { env } from '../env';
import { type PublicTenant, publicTenant } from '../tenancy/public-tenant';
import type { TenantContext } from '../tenancy/tenant';

/** What anybody may know of a tenant, under the name that the installation gives tenants (S2.6). */
export function tenantFacts(ctx: TenantContext | null): Record<string, TenantFacts | null> {
  const facts = ctx && { ...publicTenant(ctx.tenant), url: ctx.tenant.homeUrl };
  return { [env().TENANT_CONTEXT_NAME]: facts };
}

interface TenantFacts extends PublicTenant {
  /** Canonical address of its site. */
  url: string;
}
