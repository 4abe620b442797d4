import { inArray, type SQL, sql } from 'drizzle-orm';
import { posts } from '../../db/schema/tenant';
import { readSearchText } from '../search-text';
import { searchedPosts } from './searched-posts';

/** Who types them means them, and they stand in no index. */
const signs = /[^\p{L}\p{N}\p{M}\s'’"“”-]/u;
/** As many as the search function gives at most. */
const most = 1000;

/**
 * A condition for the posts that a text is about, drafts too, the thousand best (D3).
 *
 * @returns undefined where there is nothing to look for.
 */
export function findInPosts(typed: string): SQL | undefined {
  const text = readSearchText(typed);
  if (!text || signs.test(typed)) return undefined;
  const found = searchedPosts({ ...text, drafts: true, limit: most });
  return inArray(posts.id, sql`(select f.id from ${found} f)`);
}
