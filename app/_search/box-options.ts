import type { Found, Hit } from './found';

/** One line of the box that can be chosen. */
export type BoxOption =
  | { kind: 'recent'; id: string; text: string }
  | { kind: 'hit'; id: string; hit: Hit }
  | { kind: 'all'; id: string; text: string; total: number };

interface Typed {
  text: string;
  /** Of the text, or of the one before while the answer is awaited. */
  found: Found | null;
  recent: string[];
}

/**
 * What the box offers: recent searches while nothing is typed, then the best articles and the way to
 * all of them. The way stays where nothing answers: the page may know more.
 */
export function boxOptions({ text, found, recent }: Typed): BoxOption[] {
  if (text === '') {
    return recent.map((one, at) => ({ kind: 'recent', id: `search-recent-${at}`, text: one }));
  }
  const hits = found?.hits ?? [];
  const isNothing = found !== null && hits.length === 0;
  return [
    ...hits.map((hit): BoxOption => ({ kind: 'hit', id: `search-option-${hit.id}`, hit })),
    ...(isNothing
      ? []
      : [{ kind: 'all' as const, id: 'search-option-all', text, total: found?.total ?? 0 }]),
  ];
}
