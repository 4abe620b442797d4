import { sql } from 'drizzle-orm';
import { tenants } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';

/** The same as markForSearch, in a transaction that does more. */
export async function markPosts(tx: Pick<ScopedTx, 'select'>, ids?: string[]): Promise<number> {
  const list = ids ? `{${ids.join(',')}}` : null;
  const marked = sql<string>`mark_posts_for_search(${list}::uuid[])`;
  const [row] = await tx.select({ marked }).from(tenants);
  return Number(row?.marked ?? 0);
}
