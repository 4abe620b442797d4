import { type SQL, sql } from 'drizzle-orm';
import type { SearchQuery } from '../search-engine';

/**
 * The rows of the search function, for the `from` of a query inside a tenant's transaction: ids of
 * posts in the order of `weight`, at most 1000.
 */
export function searchedPosts({ text, words, drafts, limit }: SearchQuery): SQL {
  return sql`search_posts(${text}::text, string_to_array(${words.join(' ')}::text, ' '),
    ${drafts}::boolean, ${limit}::integer)`;
}
