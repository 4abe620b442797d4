'use client';

import { useEffect, useRef, useState } from 'react';
import { useAddress } from '@/lib/ui/base-path';
import { askSearch, keepFound, keptFound } from './ask-search';
import type { Found } from './found';

const pause = 120;

/** An answer, and the text it is about, as it was typed. */
export interface Shown {
  text: string;
  found: Found;
}

export interface Finding {
  /** The newest answer there is: while the next one is awaited, that to a former text. */
  shown: Shown | null;
  isBusy: boolean;
  /** The text at hand got no answer; the page stays as it is. */
  isFailed: boolean;
  retry: () => void;
}

/**
 * Finds while somebody types: a moment after the last key, one request at a time, and what has been
 * overtaken is dropped.
 *
 * @param options.first - what the page has brought along.
 */
export function useFound(
  typed: string,
  { first = null, limit }: { first?: Shown | null; limit: number },
): Finding {
  const text = typed.trim();
  const address = useAddress()(
    `/api/search?${new URLSearchParams({ q: text, limit: `${limit}` })}`,
  );
  const [shown, setShown] = useState(first);
  const [failed, setFailed] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  const answered = useRef(first?.text ?? '');

  // biome-ignore lint/correctness/useExhaustiveDependencies: trying again is asking the same anew
  useEffect(() => {
    if (answered.current === text) {
      if (first?.text === text) keepFound(address, first.found);
      return;
    }
    const show = (found: Found | null) => {
      answered.current = text;
      setShown(found && { text, found });
      setFailed(null);
    };
    const kept = text === '' ? null : keptFound(address);
    if (text === '' || kept) return show(kept);
    const ending = new AbortController();
    const timer = setTimeout(() => {
      askSearch(address, ending.signal).then(show, () => {
        if (!ending.signal.aborted) setFailed(text);
      });
    }, pause);
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [text, address, tries]);

  const isOpen = text !== (shown?.text ?? '');
  const retry = () => {
    setFailed(null);
    setTries((before) => before + 1);
  };
  return { shown, isBusy: isOpen && failed !== text, isFailed: isOpen && failed === text, retry };
}
