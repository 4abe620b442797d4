'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { ConnectionNotice } from '../connection/connection-notice';
import { useBusy } from './busy';

const SOON = 200;

/** The page inside a shell. What was asked for and takes its time shows as a line along its top. */
export function ShellMain({ className, children }: { className: string; children: ReactNode }) {
  const isBusy = useBusy();
  const isSlow = useSlow(isBusy);
  return (
    <main id="main" tabIndex={-1} className={className} aria-busy={isBusy || undefined}>
      <div className="busy-line" data-on={isSlow || undefined} />
      <p className="sr-only" role="status">
        {isSlow ? 'Loading…' : ''}
      </p>
      <ConnectionNotice />
      {children}
    </main>
  );
}

/** Most answers come sooner than anybody could read that they are awaited. */
function useSlow(isBusy: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isBusy) return setSlow(false);
    const timer = setTimeout(() => setSlow(true), SOON);
    return () => clearTimeout(timer);
  }, [isBusy]);
  return isSlow;
}
