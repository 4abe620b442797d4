'use client';

import { useLinkStatus } from 'next/link';
import { useBusyWhile } from '@/lib/ui/shell/busy';

/** Inside a link: marks the page as busy while the one it leads to is awaited. */
export function LinkBusy() {
  useBusyWhile(useLinkStatus().pending);
  return null;
}
