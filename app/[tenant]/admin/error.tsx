'use client';

import { FailedPage } from '@/lib/ui/failed-page';
import { PlatformFrame } from '@/lib/ui/platform-frame';
import { AdminFailed } from './_parts/admin-failed';
import { useInAdminFrame } from './_parts/admin-frame';

/** A page of the admin failed; the frame around it and its other pages still work. */
export default function AdminError({ error }: { error: Error & { digest?: string } }) {
  const inFrame = useInAdminFrame();
  if (inFrame) return <AdminFailed digest={error.digest} />;
  return (
    <PlatformFrame home="/">
      <FailedPage digest={error.digest} />
    </PlatformFrame>
  );
}
