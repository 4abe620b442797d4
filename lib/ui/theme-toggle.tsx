'use client';

import { SunMoon } from 'lucide-react';
import { THEME_KEY } from './theme-script';

/** Switches light and dark and remembers it. With `label` the words are visible too. */
export function ThemeToggle({ label = false, className = '' }: ToggleProps) {
  const words = 'Switch light or dark theme';
  return (
    <button
      type="button"
      className={`button ${label ? '' : 'icon'} ${className}`}
      aria-label={label ? undefined : words}
      title={label ? undefined : words}
      onClick={switchTheme}
    >
      <SunMoon className="size-4" strokeWidth={1.75} aria-hidden />
      {label ? words : null}
    </button>
  );
}

interface ToggleProps {
  label?: boolean;
  className?: string;
}

function switchTheme(): void {
  const root = document.documentElement;
  const next = isDark(root) ? 'light' : 'dark';
  root.dataset.theme = next;
  try {
    localStorage.setItem(THEME_KEY, next);
  } catch {
    // Storage is off: the choice holds for this page only.
  }
}

// The computed scheme knows all three: the visitor's choice, the tenant's, the system's.
function isDark(root: HTMLElement): boolean {
  const scheme = getComputedStyle(root).colorScheme;
  if (scheme.includes('light') && scheme.includes('dark'))
    return matchMedia('(prefers-color-scheme: dark)').matches;
  return scheme.includes('dark');
}
