import { sql } from 'drizzle-orm';
import { tenants } from '../../db/schema/platform';
import { DeleteError, InvalidInput } from '../../errors';
import { type EventOrigin, recordEvent } from '../../events/record-event';
import type { TenantContext } from '../tenant';
import { type DeletedTenant, deletionEvent, graceSeconds } from './deleted-tenant';

interface Owner extends TenantContext, EventOrigin {
  viewer: { sessionId: string };
}

/**
 * Deletes the tenant at hand, for its owner alone (S4.2). The database itself asks whether the
 * session is the owner's.
 *
 * @param typed - the slug, typed by hand: a click is not enough.
 * @throws InvalidInput when it is another word; DeleteError for who is not the owner.
 */
export async function deleteOwnTenant(ctx: Owner, typed: string): Promise<DeletedTenant> {
  const { tenant, viewer } = ctx;
  if (typed.trim() !== tenant.slug) {
    throw new InvalidInput({ slug: [`Type “${tenant.slug}” to delete it.`] });
  }
  return ctx.db.write(async (tx) => {
    const deleted = sql<DeletedTenant | null>`
      platform.delete_own_tenant(${viewer.sessionId}::uuid, ${graceSeconds()}::int)`;
    const [row] = await tx.select({ deleted }).from(tenants);
    if (!row?.deleted) throw new DeleteError('Only the owner may delete this site.');
    await recordEvent(tx, ctx, deletionEvent(tenant.id, row.deleted, 'by its owner'));
    return row.deleted;
  });
}
