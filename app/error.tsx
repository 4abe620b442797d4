'use client';

import { FailedPage } from '@/lib/ui/failed-page';
import { PlatformFrame } from '@/lib/ui/platform-frame';

/** What failed above every tenant: its layout could not be drawn, so its frame is not known. */
export default function RootError({ error }: { error: Error & { digest?: string } }) {
  return (
    <PlatformFrame home="/">
      <FailedPage digest={error.digest} />
    </PlatformFrame>
  );
}
