'use client';

import { useEffect, useRef, useState } from 'react';
import type { PaletteItem, PaletteProps } from './shell-types';

const PAUSE = 150;

/** What the palette shows for a text. */
export interface PaletteAnswer {
  groups: { label: string; items: PaletteItem[] }[];
  state: 'idle' | 'busy' | 'failed';
}

/** Records found by the server first, then the places and commands that fit the text. */
export function usePaletteItems(text: string, { items, search }: PaletteProps): PaletteAnswer {
  const [answer, setAnswer] = useState<{ text: string; found: PaletteItem[] | null }>();
  const latest = useRef(search);
  latest.current = search;
  const wanted = text.trim();
  const isAsking = wanted !== '' && search !== undefined;

  useEffect(() => {
    if (!isAsking) return;
    let isStale = false;
    const timer = setTimeout(() => {
      latest
        .current?.(wanted)
        .catch(() => null)
        .then((found) => {
          if (!isStale) setAnswer({ text: wanted, found });
        });
    }, PAUSE);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [wanted, isAsking]);

  const found = isAsking ? (answer?.found ?? []) : [];
  const fitting = items.filter((item) => fits(item, wanted));
  return { groups: group([...found, ...fitting]), state: stateOf() };

  function stateOf(): PaletteAnswer['state'] {
    if (!isAsking) return 'idle';
    if (answer?.text !== wanted) return 'busy';
    return answer.found === null ? 'failed' : 'idle';
  }
}

function fits({ label, keywords = [], group }: PaletteItem, text: string): boolean {
  const words = `${label} ${group} ${keywords.join(' ')}`.toLocaleLowerCase();
  return text
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}

function group(items: PaletteItem[]): PaletteAnswer['groups'] {
  const groups = new Map<string, PaletteItem[]>();
  for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  return [...groups].map(([label, members]) => ({ label, items: members }));
}
