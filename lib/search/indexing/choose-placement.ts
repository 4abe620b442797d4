import { isNull } from 'drizzle-orm';
import { posts } from '../../db/schema/tenant';
import { env } from '../../env';
import type { SearchContext } from '../search-engine';
import type { IndexState } from './index-state';

/**
 * Decides where a tenant's index is to be: small ones share one, since each index costs the server
 * memory. Who has one of their own keeps it.
 */
export async function choosePlacement(
  { db }: SearchContext,
  state: IndexState | null,
): Promise<IndexState['placement']> {
  if (state?.placement === 'dedicated' && state.liveIndex) return 'dedicated';
  const most = env().ELASTICSEARCH_SHARED_BELOW;
  const rows = await db.read((tx) =>
    tx.select({ id: posts.id }).from(posts).where(isNull(posts.deletedAt)).limit(most),
  );
  return rows.length < most ? 'shared' : 'dedicated';
}
