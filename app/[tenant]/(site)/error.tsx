'use client';

import { FailedPage } from '@/lib/ui/failed-page';

/** A page of the site failed; its frame and its other pages still work. */
export default function SiteError({ error }: { error: Error & { digest?: string } }) {
  return <FailedPage digest={error.digest} />;
}
