import { sql } from 'drizzle-orm';
import { tenants } from '../../db/schema/platform';
import type { SearchContext } from '../search-engine';

/**
 * Has posts of the tenant sent to its index once more, living ones and those that are gone.
 *
 * @param ids - all of them unless given.
 * @returns how many.
 */
export async function markForSearch({ db }: SearchContext, ids?: string[]): Promise<number> {
  const list = ids ? `{${ids.join(',')}}` : null;
  const marked = sql<string>`mark_posts_for_search(${list}::uuid[])`;
  const [row] = await db.write((tx) => tx.select({ marked }).from(tenants));
  return Number(row?.marked ?? 0);
}
