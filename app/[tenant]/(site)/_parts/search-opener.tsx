'use client';

import { Search } from 'lucide-react';
import { useSelectedLayoutSegment } from 'next/navigation';
import { type ComponentType, type MouseEvent, useEffect, useRef, useState } from 'react';
import { catchKeys } from '@/app/_search/catch-keys';
import { SiteLink } from '@/app/[tenant]/_parts/site-link';
import { hasOwnKeys } from '@/lib/ui/shell/has-own-keys';
import { hasSingleKeys } from '@/lib/ui/shell/use-shortcuts';
import { useHydrated } from '@/lib/ui/use-hydrated';

type Box = ComponentType<{ begun: () => string; close: () => void }>;

/** The box as it is opened: the part, and what gives what was typed before it was there. */
interface Opening {
  Box: Box;
  begun: () => string;
}

/**
 * The way to search, in the bar: a link to its page, and where scripts run a box over the page at
 * hand. Nothing of the box is loaded before somebody goes for it.
 */
export function SearchOpener() {
  const isSearching = useSelectedLayoutSegment() === 'search';
  const link = useRef<HTMLAnchorElement>(null);
  const [opening, setOpening] = useState<Opening | null>(null);

  async function open(): Promise<void> {
    const here = document.querySelector<HTMLInputElement>('[data-search-box]');
    if (here) {
      here.focus();
      return here.select();
    }
    const caught = catchKeys();
    try {
      const { default: Box } = await loadBox();
      setOpening({ Box, begun: caught });
    } catch {
      caught();
      // The page itself needs none of the box.
      window.location.assign(link.current?.href ?? '');
    }
  }

  useSlash(open);
  // Without scripts there is no such key.
  const hasScripts = useHydrated();
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void open();
  };
  return (
    <>
      <SiteLink
        ref={link}
        href="/search"
        prefetch={false}
        className={isSearching ? 'search-opener here' : 'search-opener'}
        aria-keyshortcuts={hasScripts ? '/' : undefined}
        aria-current={isSearching ? 'page' : undefined}
        onClick={onClick}
        onPointerEnter={preload}
        onFocus={preload}
      >
        <Search className="size-5 wide:size-4" strokeWidth={1.75} aria-hidden />
        <span className="search-opener-words">Search articles</span>
        <kbd aria-hidden>/</kbd>
      </SiteLink>
      {opening ? <opening.Box begun={opening.begun} close={() => setOpening(null)} /> : null}
    </>
  );
}

const loadBox = () => import('@/app/_search/search-box');

function preload(): void {
  loadBox().catch(() => {});
}

/** A slash leads to search from anywhere, unless somebody types, or has switched single keys off. */
function useSlash(open: () => Promise<void>): void {
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, defaultPrevented, target } = event;
      if (key !== '/' || ctrlKey || metaKey || altKey || defaultPrevented) return;
      if (hasOwnKeys(target) || !hasSingleKeys()) return;
      event.preventDefault();
      void latest.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
