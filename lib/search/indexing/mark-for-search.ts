import type { SearchContext } from '../search-engine';
import { markPosts } from './mark-posts';

/**
 * Has posts of the tenant sent to its index once more, living ones and those that are gone.
 *
 * @param ids - all of them unless given.
 * @returns how many.
 */
export function markForSearch({ db }: SearchContext, ids?: string[]): Promise<number> {
  return db.write((tx) => markPosts(tx, ids));
}
