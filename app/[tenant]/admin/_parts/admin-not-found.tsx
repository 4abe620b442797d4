'use client';

import { TenantNotFound } from '@/app/[tenant]/(site)/_parts/tenant-not-found';
import { EmptyState } from '@/lib/ui/list/empty-state';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import { PageHead } from '@/lib/ui/shell/page-head';
import { useInAdminFrame } from './admin-frame';

/** 404 inside the admin's frame; for who may not see the admin, the site's own, which tells nothing. */
export function AdminNotFound() {
  if (!useInAdminFrame()) return <TenantNotFound />;
  return (
    <>
      <PageHead title="This page does not exist" />
      <section className="panel">
        <EmptyState
          icon="search"
          title="Nothing is at this address"
          act={
            <ButtonLink href="/admin" tone="primary">
              Go to the dashboard
            </ButtonLink>
          }
        >
          It may have been deleted or moved to the trash, or you may not have the right to see it.
          Owners and admins of this site can give you that right.
        </EmptyState>
      </section>
    </>
  );
}
