import type { estypes } from '@elastic/elasticsearch';
import { isMarked, markUp } from '../mark-up';
import type { SearchEngine, SearchFindings, SearchHit } from '../search-engine';
import { elasticsearchClient } from './elasticsearch-client';
import { indexNames } from './index-names';
import type { PostDocument } from './post-document';
import { searchBody } from './search-body';

/** An answer that comes later is no answer. */
const patienceMilliseconds = 800;

/** The tenant has no index yet. */
export class NoIndex extends Error {
  constructor() {
    super('The tenant has no search index.');
    this.name = 'NoIndex';
  }
}

/**
 * Full text in Elasticsearch: as PostgreSQL does it, with spelling mistakes in texts, too. One
 * attempt of 800 ms.
 *
 * @throws NoIndex; whatever the client throws.
 */
export const elasticsearchEngine: SearchEngine = {
  name: 'elasticsearch',
  async search({ tenant }, query): Promise<SearchFindings> {
    const answer = await (await elasticsearchClient())
      .search<PostDocument>(
        {
          index: indexNames(tenant.id).live,
          ...{ allow_no_indices: false, expand_wildcards: 'none' },
          ...searchBody(tenant.id, query),
        },
        { maxRetries: 0, requestTimeout: patienceMilliseconds },
      )
      .catch((error) => {
        throw isNoIndex(error) ? new NoIndex() : error;
      });
    if (answer.timed_out) throw new Error('Elasticsearch took too long.');
    if (!answer.hits) throw new Error('Elasticsearch gave no answer to the question.');
    const { total, hits } = answer.hits;
    return {
      total: typeof total === 'number' ? total : (total?.value ?? 0),
      // The filter has seen to it. What is another tenant's is not shown, whatever the index holds.
      hits: hits.filter(({ _source }) => _source?.tenant_id === tenant.id).map(toHit),
    };
  },
};

function isNoIndex(error: unknown): boolean {
  const { statusCode, body } = error as {
    statusCode?: number;
    body?: { error?: { type?: string } };
  };
  return statusCode === 404 && body?.error?.type === 'index_not_found_exception';
}

function toHit({ _source, highlight = {} }: estypes.SearchHit<PostDocument>): SearchHit {
  const { post_id, slug, status, published_at, title, description } = _source as PostDocument;
  const marked = (field: string) =>
    [highlight[`${field}.std`], highlight[field]].find((one) => one?.some(isMarked))?.join(' … ');
  const body =
    marked('description') ?? marked('body') ?? (description || (highlight.body?.[0] ?? ''));
  return {
    ...{ id: post_id, slug, title, description, status, publishedAt: published_at },
    highlight: { title: markUp(marked('title') ?? title), body: markUp(body) },
  };
}
