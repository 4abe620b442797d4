import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import '@/app/admin.css';
import '@/app/screens.css';
import { Bell } from '@/app/_notifications/bell';
import { RealtimeNotice } from '@/app/_realtime/realtime-notice';
import { RealtimeProvider } from '@/app/_realtime/realtime-provider';
import { SupportBar } from '@/app/_support/support-bar';
import { signOut } from '@/app/[tenant]/logout/actions';
import { placesFor } from '@/lib/admin/navigation';
import { adminFrame } from '@/lib/api/admin-frame';
import { sitesAddress } from '@/lib/api/platform-address';
import { findLayoutTenant } from '@/lib/api/tenant-page';
import { tileColors } from '@/lib/ui/tile-colors';
import { siteIcon } from '../(site)/_parts/site-icon';
import { AdminFrame } from './_parts/admin-frame';
import { AdminNavigation } from './_parts/admin-navigation';
import { HereNow } from './_parts/here-now';
import { paletteItems } from './_parts/palette-items';
import { searchPalette } from './actions';

type Props = { params: Promise<{ tenant: string }>; children: ReactNode };

/** The name of the place behind every page's own title; nothing in here is for search engines. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const tenant = await findLayoutTenant(params);
  if (!tenant) return {};
  return {
    title: { default: `Admin of ${tenant.name}`, template: `%s | ${tenant.name} admin` },
    icons: { icon: [siteIcon(tenant)] },
    robots: { index: false, follow: false },
  };
}

/** The frame of the admin. It guards nothing: for who may not see it, the page alone answers. */
export default async function AdminLayout({ params, children }: Props) {
  const frame = await adminFrame(params);
  if (!frame) {
    return (
      <>
        <SupportBar params={params} />
        {children}
      </>
    );
  }
  const { tenant, viewer, tenants, can } = frame;
  const groups = placesFor({ can }, tenant.settings.comments === 'off' ? ['/admin/comments'] : []);
  return (
    <>
      <SupportBar params={params} />
      <AdminNavigation>
        <RealtimeProvider>
          <AdminFrame
            tenant={{ name: tenant.name, host: tenant.primaryHost, siteHref: '/' }}
            tenants={tenants.map(({ id, slug, name, hasAddress, role, isStaff, ...own }) => ({
              ...{ name, role: capital(role), hasAdmin: isStaff && hasAddress },
              origin: hasAddress ? own.origin : sitesAddress(),
              host: hasAddress ? own.origin.replace(/^https?:\/\//, '') : slug,
              colors: colorsOf(own.brandColor),
              current: id === tenant.id,
            }))}
            nav={groups.map(({ label, places }) => ({
              label,
              items: places.map(({ href, label: words, icon }) => ({
                ...{ href, label: words, icon },
                exact: href === '/admin',
              })),
            }))}
            person={{
              name: viewer.name,
              email: viewer.email,
              role: viewer.membership?.roleName ?? capital(viewer.membership?.role ?? ''),
            }}
            personLinks={[{ href: '/account', label: 'Your account', icon: 'person' }]}
            signOut={{ action: signOut }}
            live={
              <>
                <HereNow me={viewer.userId} />
                {viewer.support ? null : <Bell />}
              </>
            }
            palette={{ items: paletteItems(frame, groups), search: searchPalette }}
          >
            <RealtimeNotice site={tenant.name} />
            {children}
          </AdminFrame>
        </RealtimeProvider>
      </AdminNavigation>
    </>
  );
}

function colorsOf(brandColor: string | null) {
  const { ground, letter } = tileColors(brandColor ?? '');
  return { brand: ground, onBrand: letter };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
