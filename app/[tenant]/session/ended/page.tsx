import '@/app/account.css';
import type { Metadata } from 'next';
import { SiteAuthFrame } from '@/app/_sign-in/site-auth-frame';
import { platformPageAddress } from '@/lib/api/platform-address';
import { visitorPage } from '@/lib/api/visitor-page';
import { PlaceLink } from '@/lib/ui/place-link';
import { AuthHead } from '@/lib/ui/shell/auth-head';

export const metadata: Metadata = { title: 'Support access has ended', robots: { index: false } };

/** Where an access of support ends: back to the console, where it came from. */
export default async function EndedPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await visitorPage(params, '/session/ended');
  return (
    <SiteAuthFrame tenant={tenant}>
      <AuthHead title="Support access has ended">
        Nobody acts on a member’s behalf in this browser any more. {tenant.name} finds it in its
        audit log.
      </AuthHead>
      <PlaceLink
        className="button primary block"
        href={platformPageAddress(`/admin/tenants/${tenant.id}`)}
      >
        Back to the console
      </PlaceLink>
    </SiteAuthFrame>
  );
}
