'use client';

import { useSyncExternalStore } from 'react';

/**
 * The request's id, to quote to whoever runs the server: it stands in the server's log.
 * @param digest Next's own id of the error, used where the server sent no id
 * @returns null until the browser has taken over, and where nothing is known
 */
export function useRequestReference(digest?: string): string | null {
  return useSyncExternalStore(subscribe, readRequestId, () => null) ?? digest ?? null;
}

/** What the browser's address bar says, empty while the server renders. */
export function useAddress(part: 'host' | 'pathname'): string {
  return useSyncExternalStore(
    subscribe,
    () => window.location[part],
    () => '',
  );
}

// Neither can change while the page stands.
function subscribe(): () => void {
  return () => {};
}

/** The id of the last answer for this address: of the page, or of a later visit inside the site. */
function readRequestId(): string | null {
  const timings = [
    ...performance.getEntriesByType('navigation'),
    ...performance.getEntriesByType('resource'),
  ] as PerformanceResourceTiming[];
  const own = timings.filter(({ name }) => samePage(name)).reverse();
  for (const { serverTiming } of own) {
    const id = serverTiming?.find(({ name }) => name === 'rid')?.description;
    if (id) return id;
  }
  return null;
}

function samePage(address: string): boolean {
  try {
    const { origin, pathname } = new URL(address);
    return origin === window.location.origin && pathname === window.location.pathname;
  } catch {
    return false;
  }
}
