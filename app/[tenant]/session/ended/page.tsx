import '@/app/account.css';
import type { Metadata } from 'next';
import { readingFonts } from '@/app/_fonts/reading-fonts';
import { platformAddress } from '@/lib/api/platform-address';
import { visitorPage } from '@/lib/api/visitor-page';
import { createAccent } from '@/lib/theme/accent';
import { PlaceLink } from '@/lib/ui/place-link';
import { AuthFrame } from '@/lib/ui/shell/auth-frame';
import { AuthHead } from '@/lib/ui/shell/auth-head';

export const metadata: Metadata = { title: 'Support access has ended', robots: { index: false } };

/** Where an access of support ends: back to the console, where it came from. */
export default async function EndedPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await visitorPage(params, '/session/ended');
  const { brand, onBrand } = createAccent(tenant.settings.brandColor);
  return (
    <div className={readingFonts}>
      <AuthFrame
        site={{ name: tenant.name, home: '/', colors: { brand, onBrand } }}
        motif={tenant.slug}
        words={tenant.settings.description}
        foot="Published with Tenantry"
      >
        <AuthHead title="Support access has ended">
          Nobody acts on a member’s behalf in this browser any more. {tenant.name} finds it in its
          audit log.
        </AuthHead>
        <PlaceLink
          className="button primary block"
          href={`${platformAddress()}admin/tenants/${tenant.id}`}
        >
          Back to the console
        </PlaceLink>
      </AuthFrame>
    </div>
  );
}
