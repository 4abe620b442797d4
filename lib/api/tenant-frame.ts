import { isProduction } from '../env';
import { tenantCspMeta } from '../tenancy/content-security-policy';
import { type PublicTenant, publicTenant } from '../tenancy/public-tenant';
import type { TenantInfo } from '../tenancy/tenant';
import { platformOrigin } from '../tenancy/tenant-address';
import { findLayoutTenant } from './tenant-page';

/** What the frame around a tenant's pages needs. It guards nothing; pages have their own door. */
export interface TenantFrame {
  tenant: TenantInfo | null;
  /** What of it the browser gets. */
  shown: PublicTenant | null;
  /** The tenant's own content security policy; empty where there is no tenant. */
  policy: string;
  platformOrigin: string;
}

/** Gives the frame of the host at hand. Never throws notFound: the page below decides about that. */
export async function tenantFrame(params: Promise<{ tenant: string }>): Promise<TenantFrame> {
  const tenant = await findLayoutTenant(params);
  return {
    tenant,
    shown: tenant && publicTenant(tenant),
    policy: tenant ? tenantCspMeta(tenant.settings.allowedOrigins, !isProduction()) : '',
    platformOrigin: platformOrigin(),
  };
}
