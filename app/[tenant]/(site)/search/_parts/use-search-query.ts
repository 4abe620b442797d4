'use client';

import { useLayoutEffect, useState } from 'react';
import { readSearchQuery, type SearchQuery } from '@/app/_search/search-address';

interface SearchState {
  query: SearchQuery;
  setText: (text: string) => void;
  setTopic: (topic: string | null) => void;
}

/**
 * What is searched for: at first what the page was asked for, then what is typed and chosen. Whoever
 * comes back from an article finds the page as it was made, under the address as it was left: then
 * the address is right.
 */
export function useSearchQuery(asked: SearchQuery): SearchState {
  const [query, setQuery] = useState(asked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once, when the page is there
  useLayoutEffect(() => {
    const left = new URLSearchParams(window.location.search);
    const now = readSearchQuery({
      q: left.get('q') ?? undefined,
      topic: left.get('topic') ?? undefined,
    });
    if (now.text !== asked.text || now.topic !== asked.topic) setQuery(now);
  }, []);
  return {
    query,
    setText: (text) => setQuery((before) => ({ ...before, text })),
    setTopic: (topic) => setQuery((before) => ({ ...before, topic })),
  };
}
