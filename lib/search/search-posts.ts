import { BrokenCircuitError } from 'cockatiel';
import { log } from '../log';
import { hasElasticsearch } from './elasticsearch/elasticsearch-client';
import { elasticsearchEngine, NoIndex } from './elasticsearch/elasticsearch-engine';
import { searchCircuit } from './elasticsearch/search-circuit';
import { postgresEngine } from './postgres/postgres-engine';
import type { SearchContext, SearchEngine, SearchFindings, SearchQuery } from './search-engine';
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
 * Finds posts of the context's tenant by a text: stems, beginnings of words, spelling mistakes;
 * phrases come first (S1.8, S1.31, S1.32). Elasticsearch has one attempt where it is configured;
 * PostgreSQL answers when it is away, and for a tenant that has no index yet.
 *
 * @param typed - anything at all; where there is nothing to look for, nothing is found.
 */
export async function searchPosts(
  ctx: SearchContext,
  typed: string,
  { limit = 10, drafts = false }: SearchOptions = {},
): Promise<SearchAnswer> {
  const text = readSearchText(typed);
  if (!text) return { engine: 'postgres', degraded: false, total: 0, hits: [] };
  const query = { ...text, limit, drafts };
  const found = hasElasticsearch() ? await askElasticsearch(ctx, query) : 'no-index';
  if (typeof found !== 'string') return { engine: 'elasticsearch', degraded: false, ...found };
  const instead = await postgresEngine.search(ctx, query);
  return { engine: 'postgres', degraded: found === 'away', ...instead };
}

async function askElasticsearch(
  ctx: SearchContext,
  query: SearchQuery,
): Promise<SearchFindings | 'away' | 'no-index'> {
  try {
    const found = await searchCircuit.execute(() =>
      elasticsearchEngine.search(ctx, query).catch((error) => {
        // No outage: the server has answered.
        if (error instanceof NoIndex) return 'no-index' as const;
        throw error;
      }),
    );
    return found;
  } catch (error) {
    if (!(error instanceof BrokenCircuitError)) {
      const { name, message } = error as Error;
      log.warn({ event: 'search.away', name, reason: message }, 'Elasticsearch did not answer');
    }
    return 'away';
  }
}
