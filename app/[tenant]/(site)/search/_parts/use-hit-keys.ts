'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { moveCurrent } from '@/app/_search/move-current';

interface HitKeys {
  box: RefObject<HTMLInputElement | null>;
  list: RefObject<HTMLElement | null>;
  clear: () => void;
}

/**
 * Arrows lead from the box through the titles and back, Escape empties the box. The focus itself
 * goes along, so that Enter opens what is current and screen readers read it out.
 */
export function useHitKeys(keys: HitKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { box, list, clear } = latest.current;
      const { activeElement } = document;
      const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])];
      const at = links.indexOf(activeElement as HTMLElement);
      const isHere = activeElement === box.current || at >= 0;
      const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
      if (!isHere || event.isComposing || altKey || ctrlKey || metaKey || shiftKey) return;
      if (key === 'Escape' && box.current?.value) {
        event.preventDefault();
        return clear();
      }
      if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
      const next = moveCurrent(at, key, { count: links.length });
      // In the box alone an arrow up goes to the beginning of the words.
      if (at < 0 && next < 0) return;
      event.preventDefault();
      const target = links[next] ?? box.current;
      target?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
