'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { useBasePath } from '@/lib/ui/base-path';
import { addRecent, parseRecent, withoutRecent } from './recent-searches';

/** What this browser has searched for at this site. It is sent nowhere. */
export interface Recent {
  /** The newest first; none while the page is not alive yet. */
  list: string[];
  add(text: string): void;
  remove(text: string): void;
  clear(): void;
}

const changed = 'recent-searches';

/** Gives the recent searches of this host; where paths name tenants, each has its own. */
export function useRecent(): Recent {
  const key = `recent-searches${useBasePath()}`;
  const kept = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => null,
  );
  return useMemo(() => {
    const list = parseRecent(kept);
    // What another tab has added meanwhile stays.
    const now = () => parseRecent(read(key));
    return {
      list,
      add: (text) => write(key, addRecent(now(), text)),
      remove: (text) => write(key, withoutRecent(now(), text)),
      clear: () => write(key, []),
    };
  }, [key, kept]);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('storage', listener);
  window.addEventListener(changed, listener);
  return () => {
    window.removeEventListener('storage', listener);
    window.removeEventListener(changed, listener);
  };
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, list: string[]): void {
  try {
    if (list.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(list));
  } catch {
    // Storage is off or full: nothing is remembered.
  }
  window.dispatchEvent(new Event(changed));
}
