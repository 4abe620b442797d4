'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { whenReachable } from '@/lib/ui/connection/stay-here';

const pause = 2000;
const most = 150;

/** Draws the page anew every two seconds while something goes on, for five minutes at most. */
export function RefreshWhile({ isGoing }: { isGoing: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!isGoing) return;
    let count = 0;
    const timer = setInterval(() => {
      count += 1;
      if (count >= most) clearInterval(timer);
      // Nobody looks: nothing is asked.
      if (document.visibilityState === 'visible') void whenReachable(() => router.refresh());
    }, pause);
    return () => clearInterval(timer);
  }, [isGoing, router]);
  return null;
}
