import { env } from '../env';
import type { TenantContext } from '../tenancy/tenant';

/** What anybody may know of a tenant, under the name that the installation gives tenants (S2.6). */
export function publicTenant(ctx: TenantContext | null): Record<string, PublicTenant | null> {
  const name = env().TENANT_CONTEXT_NAME;
  if (!ctx) return { [name]: null };
  const { slug, name: title, homeUrl } = ctx.tenant;
  return { [name]: { slug, name: title, url: homeUrl } };
}

interface PublicTenant {
  slug: string;
  name: string;
  /** Canonical address of its site. */
  url: string;
}
