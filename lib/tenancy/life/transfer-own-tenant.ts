import { sql } from 'drizzle-orm';
import { tenants } from '../../db/schema/platform';
import { DeleteError, InvalidInput } from '../../errors';
import { type EventOrigin, recordEvents } from '../../events/record-event';
import type { TenantContext } from '../tenant';
import { type Moved, type Transfer, transferEvents, transferTags } from './transfer-events';

interface Owner extends TenantContext, EventOrigin {
  viewer: { sessionId: string };
}

/**
 * Gives the tenant at hand to another owner, for its owner alone, as transferTenant does. The database
 * itself asks whether the session is the owner's.
 *
 * @throws InvalidInput (`toEmail`) for nobody's email and for the owner's own; DeleteError for who is
 *   not the owner.
 */
export async function transferOwnTenant(
  ctx: Owner,
  { toEmail, remove = false }: { toEmail: string; remove?: boolean },
): Promise<Transfer & { cacheTags: string[] }> {
  const { id } = ctx.tenant;
  const email = toEmail.trim().toLowerCase();
  return ctx.db.write(async (tx) => {
    const moved = sql<Moved | { same: true } | { nobody: true } | null>`
      platform.transfer_own_tenant(${ctx.viewer.sessionId}::uuid, ${email}, ${remove}::boolean)`;
    const [row] = await tx.select({ moved }).from(tenants);
    if (!row?.moved) throw new DeleteError('Only the owner may give this site away.');
    if ('same' in row.moved) throw new InvalidInput({ toEmail: ['It is yours already.'] });
    if ('nobody' in row.moved) {
      throw new InvalidInput({ toEmail: ['Nobody has an active account with this email.'] });
    }
    await recordEvents(tx, ctx, transferEvents(id, row.moved));
    const { name: _name, slug: _slug, ...transfer } = row.moved;
    return { ...transfer, cacheTags: transferTags(id) };
  });
}
