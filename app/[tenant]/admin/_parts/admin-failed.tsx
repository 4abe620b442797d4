'use client';

import { FailedPart } from '@/lib/ui/list/failed-part';
import { useRequestReference } from '@/lib/ui/request-reference';
import { PageHead } from '@/lib/ui/shell/page-head';

/** What a page of the admin shows when it could not be read: what still works, and a reference. */
export function AdminFailed({ digest }: { digest?: string }) {
  const reference = useRequestReference(digest);
  return (
    <>
      <title>This page could not be shown</title>
      <PageHead title="This page could not be shown" />
      <section className="panel">
        <FailedPart
          title="The database may be away for a moment"
          details={reference ? `Reference ${reference}` : undefined}
          retryHref=""
        >
          Nothing was changed. Everything that was saved is safe; what readers see goes on working.
          Try again in a moment.
        </FailedPart>
      </section>
    </>
  );
}
