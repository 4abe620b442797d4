import { sql } from 'drizzle-orm';
import { tenants } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import type { Seat } from '../presence-store';

/**
 * Lets one transaction at a time say whether a person is there: rows that are not there yet cannot be
 * locked, and of two tabs that open at the same moment one is the first.
 */
export async function holdSeat(tx: ScopedTx, { tenantId, key, userId }: Seat): Promise<void> {
  const seat = `presence ${tenantId} ${key} ${userId}`;
  // From the tenant's own row, of which there is one, since the handle asks only tables.
  await tx
    .select({ held: sql`pg_advisory_xact_lock(hashtextextended(${seat}, 0))::text` })
    .from(tenants);
}
