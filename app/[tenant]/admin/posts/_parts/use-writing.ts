'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

/** Who writes at the post, as this page was told last. */
export interface WritingState {
  mine: boolean;
  writer: { name: string; self: boolean } | null;
  asked: string | null;
  refused: boolean;
  /** Changes with whatever is saved. */
  mark: string;
}

export type Want = 'write' | 'ask' | 'hand-over' | 'refuse' | 'take';

const everyMilliseconds = 4_000;
const reloadMilliseconds = 30_000;

/**
 * Asks again and again who writes at a post, which keeps this page's own seat. Until the first answer,
 * and while the server is away, it counts as this page: versions guard what is saved.
 *
 * @param post - null until there is one: nobody else can write at it.
 * @returns what is known, what asks, and what loads the page anew without leaving its seat.
 */
export function useWriting(address: string, post: string | null, tab: string) {
  const [writing, setWriting] = useState<WritingState | null>(null);
  // Whoever reads along would take a seat that is left for the moment of loading.
  const comesBack = useRef(false);
  const ask = useCallback(
    async (want: Want | 'open' | 'leave') => {
      if (!post) return;
      const body = JSON.stringify({ post, tab, want });
      const headers = { 'content-type': 'application/json' };
      try {
        const init = { method: 'POST', body, headers, keepalive: want === 'leave' };
        const response = await fetch(address, init);
        if (response.ok && want !== 'leave') setWriting(await response.json());
      } catch {
        // The next one may arrive; that the server is away is told where saving fails.
      }
    },
    [address, post, tab],
  );
  useEffect(() => {
    void ask('open');
    const timer = setInterval(() => void ask('write'), everyMilliseconds);
    const leave = () => {
      if (!comesBack.current) void ask('leave');
    };
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [ask]);
  const reload = useCallback(() => {
    // Each answer asks for it, and a page that is slow to come must not be asked for anew.
    if (comesBack.current) return;
    comesBack.current = true;
    window.location.reload();
    setTimeout(() => {
      comesBack.current = false;
    }, reloadMilliseconds);
  }, []);
  return { writing, want: ask as (want: Want) => Promise<void>, reload };
}
