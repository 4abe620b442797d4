'use client';

import { type KeyboardEvent, useState } from 'react';
import type { BoxOption } from './box-options';
import { moveCurrent } from './move-current';

interface BoxChoice {
  current: BoxOption | null;
  onKeyDown: (event: KeyboardEvent) => void;
  /** Back to the box itself: the words have changed. */
  reset: () => void;
}

/**
 * The keys of a combobox (WAI-ARIA APG): arrows go through the list and round, Enter takes what is
 * current; the focus stays in the box. With Ctrl or ⌘ it opens beside. Shift+Delete forgets a recent
 * search.
 */
export function useBoxChoice(options: BoxOption[], forget: (text: string) => void): BoxChoice {
  // By its id, not its place: an answer that comes late must not put another line under the keys.
  const [id, setId] = useState<string | null>(null);
  const at = options.findIndex((option) => option.id === id);
  const current = options[at] ?? null;

  function onKeyDown(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, shiftKey, nativeEvent } = event;
    if (nativeEvent.isComposing) return;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      const next = options[moveCurrent(at, key, { count: options.length, wraps: true })];
      setId(next?.id ?? null);
      lineOf(next)?.scrollIntoView({ block: 'nearest' });
    } else if (key === 'Enter' && current) {
      event.preventDefault();
      const line = lineOf(current);
      if (ctrlKey || metaKey) window.open(line?.getAttribute('href') ?? '', '_blank', 'noopener');
      else line?.click();
    } else if (key === 'Delete' && shiftKey && current?.kind === 'recent') {
      event.preventDefault();
      forget(current.text);
    }
  }
  return { current, onKeyDown, reset: () => setId(null) };
}

function lineOf(option: BoxOption | undefined): HTMLElement | null {
  return option ? document.getElementById(option.id) : null;
}
