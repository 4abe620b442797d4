import type { ReactNode } from 'react';
import { tenantFrame } from '@/lib/api/tenant-frame';
import type { TenantSettings } from '@/lib/tenancy/tenant';
import { themeStyle } from '@/lib/theme/theme-style';
import { BasePathProvider } from '@/lib/ui/base-path';
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
  const { tenant, shown, policy, isBypassed, platformOrigin } = await tenantFrame(params);
  const site = { tenant: shown, platformOrigin };
  return (
    <TenantProvider value={site}>
      <BasePathProvider value={tenant?.basePath ?? ''}>
        {tenant ? <TenantHead settings={tenant.settings} policy={policy} /> : null}
        {isBypassed ? (
          <p className="bypass-bar" role="status">
            Closed for maintenance. Only who came by the link sees this site.
          </p>
        ) : null}
        {children}
      </BasePathProvider>
    </TenantProvider>
  );
}

function TenantHead({ settings, policy }: { settings: TenantSettings; policy: string }) {
  return (
    <>
      <meta httpEquiv="Content-Security-Policy" content={policy} />
      <style
        href={`theme-${settings.brandColor}-${settings.theme}-${settings.font}`}
        precedence="tenant"
      >
        {themeStyle(settings)}
      </style>
    </>
  );
}
