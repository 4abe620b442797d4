/** What a search page is asked for. */
export interface SearchQuery {
  text: string;
  /** Slug of the topic to narrow to. */
  topic: string | null;
}

/** More is not taken over from an address or a box: its beginning alone is searched for anyway. */
export const mostTyped = 1000;

type Values = Record<string, string | string[] | undefined>;

/** Reads the query of an address; of a value that comes twice, the first. */
export function readSearchQuery({ q, topic }: Values): SearchQuery {
  return {
    text: first(q).slice(0, mostTyped).trim(),
    topic: first(topic).slice(0, 200) || null,
  };
}

/** Path and query of a search; what is empty is left out. */
export function searchAddress({ text, topic }: SearchQuery): string {
  const query = new URLSearchParams({ ...(text && { q: text }), ...(topic && { topic }) });
  return query.size > 0 ? `/search?${query}` : '/search';
}

function first(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
