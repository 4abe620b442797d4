'use client';

import { useState } from 'react';
import { useAddress } from '../base-path';
import { Icon } from '../icon';
import { useHydrated } from '../use-hydrated';
import { Keys } from './keys';
import { useNavigation } from './navigation-provider';
import { PaletteDialog } from './palette-dialog';
import type { PaletteItem, PaletteProps } from './shell-types';
import { ShortcutList } from './shortcut-list';
import { useShortcuts } from './use-shortcuts';

/** The box in the bar, and what it opens: everything one can find or do, by typing (D17). */
export function CommandPalette({ items, search, label = 'Search or run a command' }: PaletteProps) {
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null);
  const { push } = useNavigation();
  const address = useAddress();
  const isMac = useHydrated() && /Mac|iP(hone|ad)/.test(navigator.platform);

  function go({ href }: PaletteItem, newTab = false): void {
    setOpen(null);
    if (newTab) window.open(address(href), '_blank', 'noopener');
    else if (push && href.startsWith('/')) push(href);
    else window.location.assign(address(href));
  }

  useShortcuts({
    items,
    openPalette: () => setOpen('palette'),
    openList: () => setOpen('shortcuts'),
    go,
  });

  return (
    <>
      <button
        type="button"
        className="command-box script-only"
        aria-haspopup="dialog"
        onClick={() => setOpen('palette')}
      >
        <Icon name="search" />
        <span className="command-words one-line">{label}</span>
        <Keys keys={isMac ? '⌘K' : 'Ctrl K'} />
      </button>
      <PaletteDialog
        {...{ items, search, label, go }}
        open={open === 'palette'}
        onOpenChange={(isOpen) => setOpen(isOpen ? 'palette' : null)}
        showShortcuts={() => setOpen('shortcuts')}
      />
      <ShortcutList
        items={items}
        command={isMac ? '⌘ K' : 'Ctrl K'}
        open={open === 'shortcuts'}
        onOpenChange={(isOpen) => setOpen(isOpen ? 'shortcuts' : null)}
      />
    </>
  );
}
