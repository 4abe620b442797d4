import { sql } from 'drizzle-orm';
import { tenants } from '../db/schema/platform';
import type { ScopedTx } from '../db/scoped-tx';

/**
 * The door for whoever keeps files of a tenant: takes bytes of its storage in the transaction that
 * notes the file, or gives them back with a number below zero. Of two who take the last bytes at the
 * same moment one is refused.
 *
 * @returns the bytes used from now on.
 * @throws Error that becomes LimitReached where the transaction ends, when they do not fit.
 */
export async function useStorage(tx: ScopedTx, bytes: number): Promise<number> {
  if (!Number.isSafeInteger(bytes)) throw new Error('Bytes are counted as whole numbers.');
  // From the tenant's own row, of which there is one, since the handle asks only tables.
  const [row] = await tx
    .select({ used: sql<string>`platform.use_storage(${bytes}::bigint)` })
    .from(tenants);
  return Number(row?.used ?? 0);
}
