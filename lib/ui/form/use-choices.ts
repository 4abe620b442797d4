'use client';

import { useEffect, useRef, useState } from 'react';
import type { Choice } from '../kit-types';

const PAUSE = 150;

/** What a relation may be, for the text typed so far. */
export interface FoundChoices {
  found: Choice[];
  isBusy: boolean;
  hasFailed: boolean;
}

/**
 * Choices that fit a text: asked of the server after a pause in typing, or filtered here when there
 * is nobody to ask. An answer that comes late for an older text is dropped.
 */
export function useChoices(
  text: string,
  first: Choice[],
  search?: (text: string) => Promise<Choice[]>,
): FoundChoices {
  const [answer, setAnswer] = useState<{ text: string; found: Choice[]; hasFailed: boolean }>();
  const latest = useRef(search);
  latest.current = search;
  const wanted = text.trim();
  const canAsk = search !== undefined;

  useEffect(() => {
    if (wanted === '' || !canAsk) return;
    let isStale = false;
    const timer = setTimeout(() => {
      latest
        .current?.(wanted)
        .then((found) => ({ text: wanted, found, hasFailed: false }))
        .catch(() => ({ text: wanted, found: [], hasFailed: true }))
        .then((next) => {
          if (!isStale) setAnswer(next);
        });
    }, PAUSE);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [wanted, canAsk]);

  if (wanted === '') return { found: first, isBusy: false, hasFailed: false };
  if (!canAsk) return { found: filter(first, wanted), isBusy: false, hasFailed: false };
  const isBusy = answer?.text !== wanted;
  return {
    found: answer?.found ?? [],
    isBusy,
    hasFailed: !isBusy && answer?.hasFailed === true,
  };
}

function filter(choices: Choice[], text: string): Choice[] {
  const wanted = text.toLocaleLowerCase();
  return choices.filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
}
