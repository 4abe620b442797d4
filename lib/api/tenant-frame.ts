import { isProduction } from '../env';
import { socketOrigins } from '../realtime/socket-origins';
import { tenantCspMeta } from '../tenancy/content-security-policy';
import { type PublicTenant, publicTenant } from '../tenancy/public-tenant';
import type { TenantInfo } from '../tenancy/tenant';
import { platformOrigin } from '../tenancy/tenant-address';
import { findLayoutEntry } from './tenant-page';

/** What the frame around a tenant's pages needs. It guards nothing; pages have their own door. */
export interface TenantFrame {
  tenant: TenantInfo | null;
  /** What of it the browser gets. */
  shown: PublicTenant | null;
  /** The tenant's own content security policy; empty where there is no tenant. */
  policy: string;
  /** It is in maintenance, and the visitor came by its link. */
  isBypassed: boolean;
  platformOrigin: string;
}

/** Gives the frame of the host at hand. Never throws notFound: the page below decides about that. */
export async function tenantFrame(params: Promise<{ tenant: string }>): Promise<TenantFrame> {
  const entry = await findLayoutEntry(params);
  const tenant = entry?.tenant ?? null;
  return {
    tenant,
    shown: tenant && publicTenant(tenant),
    policy: tenant ? policyOf(tenant) : '',
    isBypassed: entry?.isBypassed ?? false,
    platformOrigin: platformOrigin(),
  };
}

function policyOf({ settings }: TenantInfo): string {
  return tenantCspMeta(settings.allowedOrigins, {
    development: !isProduction(),
    sockets: socketOrigins(),
  });
}
