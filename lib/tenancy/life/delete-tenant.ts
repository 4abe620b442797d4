import { eq, sql } from 'drizzle-orm';
import type { PlatformDb } from '../../db/platform-tx';
import { tenants } from '../../db/schema/platform';
import { InvalidInput, TenantNotFound } from '../../errors';
import { type EventOrigin, recordEvents } from '../../events/record-event';
import { type DeletedTenant, deletionEvent, graceSeconds } from './deleted-tenant';

/**
 * Deletes a tenant for the platform's operators: it is gone from every host at once, its names are
 * free, and all it has is kept for a restore until its time is up (S4.5, S4.12-S4.17).
 *
 * @param db - the console's or the CLI's.
 * @param reason - why, for the audit log: it is somebody else's site (S4.2).
 * @throws TenantNotFound when no tenant that is alive is meant; InvalidInput without a reason.
 */
export async function deleteTenant(
  db: PlatformDb,
  id: string,
  { reason, ...origin }: EventOrigin & { reason: string },
): Promise<DeletedTenant> {
  const why = reason.trim().slice(0, 500);
  if (!why) throw new InvalidInput({ reason: ['Say why: the audit log keeps it.'] });
  return db.write(async (tx) => {
    const deleted = sql<DeletedTenant | null>`
      platform.delete_tenant(${tenants.id}, ${graceSeconds()}::int)`;
    const [row] = await tx.select({ deleted }).from(tenants).where(eq(tenants.id, id));
    if (!row?.deleted)
      throw new TenantNotFound('There is no such tenant, or it was deleted already.');
    const event = deletionEvent(id, row.deleted, why);
    await recordEvents(tx, origin, [{ ...event, tenantId: id }]);
    return row.deleted;
  });
}
