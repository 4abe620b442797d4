'use client';

import { FailedPage } from '@/lib/ui/failed-page';
import { PlatformFrame } from '@/lib/ui/platform-frame';

/** An error below the tenant's layout and above the frame of its pages. */
export default function TenantError({ error, reset }: ErrorProps) {
  return (
    <PlatformFrame home="/">
      <FailedPage digest={error.digest} retry={reset} />
    </PlatformFrame>
  );
}

interface ErrorProps {
  error: Error & { digest?: string };
  reset: () => void;
}
