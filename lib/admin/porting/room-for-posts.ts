import { readLimits } from '../../limits/read-limits';
import type { ResourceContext } from '../../resources/resource-context';

/** How many posts the tenant may still add; null for as many as it likes. */
export async function roomForPosts({ db }: ResourceContext): Promise<number | null> {
  const limits = await db.read(readLimits);
  const posts = limits.find(({ name }) => name === 'posts');
  return !posts || posts.most === null ? null : Math.max(0, posts.most - posts.used);
}
