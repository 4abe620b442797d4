import { eq, sql } from 'drizzle-orm';
import type { PlatformDb } from '../../db/platform-tx';
import { tenants } from '../../db/schema/platform';
import { InvalidInput, TenantNotFound } from '../../errors';
import { type EventOrigin, recordEvents } from '../../events/record-event';
import { findHeir } from './find-heir';
import { type Moved, type Transfer, transferEvents, transferTags } from './transfer-events';

export interface TransferOptions {
  /** Somebody with an account. */
  toEmail: string;
  /** Who was the owner leaves, even where they are in a group. */
  remove?: boolean;
}

/**
 * Gives a tenant to another owner (S4.4, N13): they become a member if they were none, and may do
 * everything. Who was the owner loses a superuser's rights and keeps their groups: in one they stay,
 * as an admin, and in none they leave. Either way they are signed out there.
 *
 * @param db - the console's or the CLI's.
 * @returns both, and the tags of what is stale.
 * @throws TenantNotFound when no tenant that is alive is meant; InvalidInput (`toEmail`) for nobody,
 *   or who owns it already; of that, InactiveError for a deactivated account.
 */
export async function transferTenant(
  db: PlatformDb,
  id: string,
  { toEmail, remove = false, ...origin }: TransferOptions & EventOrigin,
): Promise<Transfer & { cacheTags: string[] }> {
  return db.write(async (tx) => {
    const heir = await findHeir(tx, toEmail, 'toEmail');
    const moved = sql<Moved | { same: true } | null>`
      platform.transfer_tenant(${tenants.id}, ${heir}::uuid, ${remove}::boolean)`;
    const [row] = await tx.select({ moved }).from(tenants).where(eq(tenants.id, id));
    if (!row?.moved) throw new TenantNotFound('There is no such tenant.');
    if ('same' in row.moved) throw new InvalidInput({ toEmail: ['They own it already.'] });
    await recordEvents(tx, origin, transferEvents(id, row.moved));
    const { name: _name, slug: _slug, ...transfer } = row.moved;
    return { ...transfer, cacheTags: transferTags(id) };
  });
}
