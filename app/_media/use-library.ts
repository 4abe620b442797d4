'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { MediaJson } from '@/lib/media/media-json';
import { useBasePath } from '@/lib/ui/base-path';

interface Shown {
  pictures: MediaJson[];
  /** Where more begins; null where there is none. */
  next: string | null;
  state: 'reading' | 'read' | 'failed';
}

const typingMilliseconds = 200;

/**
 * Pictures of the library as a search finds them, the newest first.
 *
 * @param isOn - reads nothing before it is.
 */
export function useLibrary(isOn: boolean, text: string) {
  const basePath = useBasePath();
  const [shown, setShown] = useState<Shown>({ pictures: [], next: null, state: 'reading' });
  const asked = useRef(0);

  const read = useCallback(
    async (after: string | null) => {
      asked.current += 1;
      const turn = asked.current;
      setShown((before) => ({ ...before, state: 'reading' }));
      const query = new URLSearchParams({ q: text, ...(after && { after }) });
      try {
        const answer = await fetch(`${basePath}/api/media?${query}`);
        if (!answer.ok) throw new Error(`It answered ${answer.status}.`);
        const page = (await answer.json()) as Pick<Shown, 'pictures' | 'next'>;
        if (turn !== asked.current) return;
        setShown((before) => ({
          pictures: after ? [...before.pictures, ...page.pictures] : page.pictures,
          next: page.next,
          state: 'read',
        }));
      } catch {
        if (turn === asked.current) setShown((before) => ({ ...before, state: 'failed' }));
      }
    },
    [basePath, text],
  );

  useEffect(() => {
    if (!isOn) return;
    const wait = setTimeout(() => void read(null), text === '' ? 0 : typingMilliseconds);
    return () => clearTimeout(wait);
  }, [isOn, text, read]);

  return { ...shown, more: () => read(shown.next), again: () => read(null) };
}
