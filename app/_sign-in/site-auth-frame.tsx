import type { ReactNode } from 'react';
import { readingFonts } from '@/app/_fonts/reading-fonts';
import type { TenantInfo } from '@/lib/tenancy/tenant';
import { createAccent } from '@/lib/theme/accent';
import { AuthFrame } from '@/lib/ui/shell/auth-frame';

/** Pages of a tenant with one form, as signing in: in its name and colour, with its own words. */
export function SiteAuthFrame({ tenant, children }: { tenant: TenantInfo; children: ReactNode }) {
  const { brand, onBrand } = createAccent(tenant.settings.brandColor);
  return (
    <div className={readingFonts}>
      <AuthFrame
        site={{ name: tenant.name, home: '/', colors: { brand, onBrand } }}
        motif={tenant.slug}
        words={tenant.settings.description}
        foot="Published with Tenantry"
      >
        {children}
      </AuthFrame>
    </div>
  );
}
