'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Looks again every two seconds, as long as it stands on a page. Without scripts there is a link. */
export function LookAgain() {
  const { refresh } = useRouter();
  useEffect(() => {
    const timer = setInterval(refresh, 2000);
    return () => clearInterval(timer);
  }, [refresh]);
  return null;
}
