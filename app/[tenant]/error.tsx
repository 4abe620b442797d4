'use client';

import { FailedPage } from '@/lib/ui/failed-page';
import { PlatformFrame } from '@/lib/ui/platform-frame';

/** An error below the tenant's layout and above the frame of its pages. */
export default function TenantError({ error }: { error: Error & { digest?: string } }) {
  return (
    <PlatformFrame home="/">
      <FailedPage digest={error.digest} />
    </PlatformFrame>
  );
}
