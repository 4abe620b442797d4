import { postgresEngine } from './postgres/postgres-engine';
import type { SearchContext, SearchEngine, SearchFindings } from './search-engine';
import { readSearchText } from './search-text';

/** What was found, and by what. */
export interface SearchAnswer extends SearchFindings {
  engine: SearchEngine['name'];
  /** The engine that was to answer did not, so that another one did. */
  degraded: boolean;
}

interface SearchOptions {
  /** At most this many hits, 1 to 100. */
  limit?: number;
  /** Finds what is not published, too: for staff alone. */
  drafts?: boolean;
}

/**
 * Finds posts of the context's tenant by a text: stems, beginnings of words, spelling mistakes in
 * titles; phrases come first (S1.8, S1.31, S1.32).
 *
 * @param typed - anything at all; where there is nothing to look for, nothing is found.
 */
export async function searchPosts(
  ctx: SearchContext,
  typed: string,
  { limit = 10, drafts = false }: SearchOptions = {},
): Promise<SearchAnswer> {
  const engine = postgresEngine;
  const text = readSearchText(typed);
  const nothing: SearchFindings = { total: 0, hits: [] };
  const found = text ? await engine.search(ctx, { ...text, limit, drafts }) : nothing;
  return { engine: engine.name, degraded: false, ...found };
}
