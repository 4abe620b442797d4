'use client';

import { FailedPage } from '@/lib/ui/failed-page';

/** A page of the site failed; its frame and its other pages still work. */
export default function SiteError({ error, reset }: ErrorProps) {
  return <FailedPage digest={error.digest} retry={reset} />;
}

interface ErrorProps {
  error: Error & { digest?: string };
  reset: () => void;
}
