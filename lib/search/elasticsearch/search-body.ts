import type { estypes } from '@elastic/elasticsearch';
import { markEnd, markStart } from '../mark-up';
import type { SearchQuery } from '../search-engine';
import { readMarks } from './read-marks';

const newestFirst: estypes.SortCombinations = {
  published_at: { order: 'desc', missing: '_first' },
};
const weighted = ['title^4', 'description^2', 'body'];
const weightedStd = ['title.std^4', 'description.std^2', 'body.std'];

/**
 * What Elasticsearch is asked. The tenant and what may be seen are filters, in an index of the
 * tenant's own, too.
 */
export function searchBody(tenantId: string, query: SearchQuery): estypes.SearchRequest {
  const { drafts, limit } = query;
  const filter: estypes.QueryDslQueryContainer[] = [
    { term: { tenant_id: tenantId } },
    ...(drafts ? [] : [{ term: { status: 'published' } }]),
  ];
  return {
    query: { bool: { filter, ...conditions(query) } },
    size: limit,
    track_total_hits: 1000,
    timeout: '800ms',
    _source: ['tenant_id', 'post_id', 'slug', 'status', 'published_at', 'title', 'description'],
    sort: [{ _score: { order: 'desc' } }, newestFirst],
    highlight: {
      type: 'unified',
      pre_tags: [markStart],
      post_tags: [markEnd],
      fields: {
        ...marked('title', 0, query),
        ...marked('description', 0, query),
        ...marked('body', 2, query),
      },
    },
  };
}

function conditions(query: SearchQuery): estypes.QueryDslBoolQuery {
  const marks = readMarks(query.text);
  const phrase = (text: string, slop = 0): estypes.QueryDslQueryContainer => ({
    multi_match: { query: text, type: 'phrase', slop, fields: weighted },
  });
  const all = (text: string): estypes.QueryDslQueryContainer => ({
    multi_match: { query: text, type: 'cross_fields', operator: 'and', fields: weighted },
  });
  if (marks) {
    return {
      must: [
        ...marks.phrases.map((one) => phrase(one)),
        ...(marks.words ? [all(marks.words)] : []),
      ],
      must_not: marks.without.map((one) => phrase(one)),
    };
  }
  const text = query.words.join(' ');
  return {
    should: [
      {
        multi_match: {
          query: text,
          type: 'bool_prefix',
          operator: 'and',
          boost: 3,
          fields: weightedStd,
        },
      },
      all(text),
      // A slip of the pen in any word but the first letter.
      {
        multi_match: {
          ...{ query: text, type: 'best_fields', operator: 'and', boost: 0.2, fields: weighted },
          ...{ fuzziness: 'AUTO', prefix_length: 1, max_expansions: 50 },
        },
      },
      {
        ...phrase(text, 1),
        multi_match: { ...phrase(text, 1).multi_match, query: text, boost: 5 },
      },
    ],
    minimum_should_match: 1,
  };
}

/** Both readings are asked for: one knows stems, the other beginnings. */
function marked(
  field: string,
  parts: number,
  { words }: SearchQuery,
): Record<string, estypes.SearchHighlightField> {
  const shape = { number_of_fragments: parts, fragment_size: 160 };
  const std = `${field}.std`;
  // The query itself looks beginnings up where nothing can be marked.
  const highlight_query: estypes.QueryDslQueryContainer = {
    bool: {
      should: [
        { match: { [std]: words.join(' ') } },
        { wildcard: { [std]: { value: `${words.at(-1)}*`, case_insensitive: true } } },
      ],
    },
  };
  // Where nothing is found in a text, how it begins.
  return { [field]: { ...shape, no_match_size: 160 }, [std]: { ...shape, highlight_query } };
}
