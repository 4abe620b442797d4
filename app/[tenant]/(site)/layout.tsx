import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { readingFonts } from '@/app/_fonts/reading-fonts';
import { findLayoutTenant } from '@/lib/api/tenant-page';
import { SiteFooter } from './_parts/site-footer';
import { SiteHeader } from './_parts/site-header';
import { siteIcon } from './_parts/site-icon';

type Params = Promise<{ tenant: string }>;

/** What all pages of the site say about themselves; a page adds its own title and addresses. */
export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const tenant = await findLayoutTenant(params);
  if (!tenant) return {};
  return {
    metadataBase: new URL(tenant.origin),
    applicationName: tenant.name,
    title: { default: tenant.name, template: `%s | ${tenant.name}` },
    icons: { icon: [siteIcon(tenant)] },
  };
}

/** The frame of a tenant's public pages. Reads neither headers nor cookies, so they can be cached. */
export default async function SiteLayout(props: { params: Params; children: ReactNode }) {
  const tenant = await findLayoutTenant(props.params);
  // No site here: the page below answers 404 and draws the whole window itself.
  if (!tenant) return props.children;
  return (
    <div className={`${readingFonts} site-frame`}>
      <SiteHeader name={tenant.name} logo={tenant.settings.logo} />
      {props.children}
      <SiteFooter name={tenant.name} />
    </div>
  );
}
