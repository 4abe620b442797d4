import { eq } from 'drizzle-orm';
import { searchIndexes } from '../../db/schema/platform';
import type { SearchContext } from '../search-engine';

/** How a tenant's index in Elasticsearch stands. */
export type IndexState = typeof searchIndexes.$inferSelect;

/** @returns null for a tenant that has none. */
export async function readIndexState({ db }: SearchContext): Promise<IndexState | null> {
  const [row] = await db.read((tx) => tx.select().from(searchIndexes));
  return row ?? null;
}

/** Changes what is known of the tenant's index; it has to be there. */
export async function writeIndexState(
  { db, tenant }: SearchContext,
  changes: Partial<Omit<IndexState, 'tenantId'>>,
): Promise<void> {
  await db.write((tx) =>
    tx.update(searchIndexes).set(changes).where(eq(searchIndexes.tenantId, tenant.id)),
  );
}
