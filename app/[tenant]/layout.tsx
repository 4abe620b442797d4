import type { ReactNode } from 'react';
import { findLayoutTenant } from '@/lib/api/tenant-page';
import { tenantCspMeta } from '@/lib/tenancy/content-security-policy';
import type { TenantInfo } from '@/lib/tenancy/tenant';
import { originOf, rootHosts } from '@/lib/tenancy/tenant-address';
import { themeStyle } from '@/lib/theme/theme-style';
import { TenantProvider } from '@/lib/ui/tenant-provider';

interface TenantLayoutProps {
  params: Promise<{ tenant: string }>;
  children: ReactNode;
}

/**
 * Colours, policy and name of the tenant around all its pages. It guards nothing: layouts run beside
 * the page, so every page enters by its own door.
 */
export default async function TenantLayout({ params, children }: TenantLayoutProps) {
  const tenant = await findLayoutTenant(params);
  const site = {
    tenant: tenant && { name: tenant.name, origin: tenant.origin },
    platformOrigin: platformOrigin(),
  };
  return (
    <TenantProvider value={site}>
      {tenant ? <TenantHead tenant={tenant} /> : null}
      {children}
    </TenantProvider>
  );
}

function TenantHead({ tenant: { settings } }: { tenant: TenantInfo }) {
  const policy = tenantCspMeta(settings.allowedOrigins);
  return (
    <>
      <meta httpEquiv="Content-Security-Policy" content={policy} />
      <style href={`theme-${settings.brandColor}-${settings.theme}`} precedence="tenant">
        {themeStyle(settings)}
      </style>
    </>
  );
}

function platformOrigin(): string {
  const [host = 'localhost'] = rootHosts();
  return originOf(host.replace(/:\d+$/, ''));
}
