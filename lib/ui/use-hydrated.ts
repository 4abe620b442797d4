'use client';

import { useSyncExternalStore } from 'react';

/** False in the server's markup and until scripts run, then true. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
}

function subscribe(): () => void {
  return () => {};
}
