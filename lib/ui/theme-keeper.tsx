'use client';

import { useLayoutEffect } from 'react';
import { THEME_KEY } from './theme-script';

/**
 * Puts the chosen theme on where the head's script did not run: a 404 or an error is drawn by the
 * browser alone, and scripts inside such a document stay dead.
 */
export function ThemeKeeper() {
  useLayoutEffect(() => {
    const root = document.documentElement;
    const chosen = readChoice();
    if (chosen && !root.dataset.theme) root.dataset.theme = chosen;
  }, []);
  return null;
}

function readChoice(): 'light' | 'dark' | null {
  try {
    const value = localStorage.getItem(THEME_KEY);
    return value === 'light' || value === 'dark' ? value : null;
  } catch {
    return null;
  }
}
