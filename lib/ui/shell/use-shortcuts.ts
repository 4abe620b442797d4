'use client';

import { useEffect, useRef } from 'react';
import { hasOwnKeys } from './has-own-keys';
import type { PaletteItem } from './shell-types';

const KEY = 'single-keys';
const PAUSE = 1000;

interface ShortcutHandlers {
  items: PaletteItem[];
  openPalette: () => void;
  openList: () => void;
  go: (item: PaletteItem) => void;
}

/**
 * Listens for ⌘K and Ctrl+K everywhere, and for the single keys of the items while nobody types.
 * Single keys can be switched off (WCAG 2.1.4).
 */
export function useShortcuts(handlers: ShortcutHandlers): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    let typed = '';
    let last = 0;
    const onKeyDown = (event: KeyboardEvent) => {
      const { items, openPalette, openList, go } = latest.current;
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        return openPalette();
      }
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
      if (hasOwnKeys(event.target) || !hasSingleKeys()) return;
      if (event.key === '?') return openList();
      typed = event.timeStamp - last < PAUSE ? `${typed} ${event.key}` : event.key;
      last = event.timeStamp;
      const item =
        items.find(({ keys }) => keys === typed) ?? items.find(({ keys }) => keys === event.key);
      if (!item) return;
      event.preventDefault();
      typed = '';
      go(item);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Whether single keys do something; on unless switched off in this browser. */
export function hasSingleKeys(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Remembers whether single keys do something. */
export function setSingleKeys(isOn: boolean): void {
  try {
    localStorage.setItem(KEY, isOn ? 'on' : 'off');
  } catch {
    // Storage is off: the choice cannot be kept.
  }
}
