'use client';

import { SiteLink } from '@/app/[tenant]/_parts/site-link';
import { Feature } from '@/lib/ui/feature';
import { usePlatformOrigin, useTenant } from '@/lib/ui/tenant-provider';
import { UnknownPage } from '@/lib/ui/unknown-page';
import { UnknownSite } from '@/lib/ui/unknown-site';

/** 404 of a tenant's host: inside the site's frame, or for the whole window where no site is. */
export function TenantNotFound() {
  const tenant = useTenant();
  const home = usePlatformOrigin() ?? '/';
  if (!tenant) return <UnknownSite platformOrigin={home} />;
  return <UnknownPage site={tenant.name} actions={<WaysBack />} />;
}

function WaysBack() {
  return (
    <>
      <SiteLink className="button primary" href="/blog">
        Read the latest articles
      </SiteLink>
      <Feature flag="topics">
        <SiteLink className="button" href="/tags">
          Look through the topics
        </SiteLink>
      </Feature>
    </>
  );
}
