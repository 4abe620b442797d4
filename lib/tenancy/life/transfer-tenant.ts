import { eq, sql } from 'drizzle-orm';
import type { PlatformDb } from '../../db/platform-tx';
import { tenants } from '../../db/schema/platform';
import { InvalidInput, TenantNotFound } from '../../errors';
import { type EventOrigin, type PlacedEvent, recordEvents } from '../../events/record-event';
import { tenantTag } from '../cache-tags';
import { findHeir } from './find-heir';

interface Party {
  id: string;
  name: string;
  email: string;
}

/** A tenant that has changed hands. */
export interface Transfer {
  from: Party & {
    /** Still a member, as an admin. */
    belongs: boolean;
    /** Was a member until now. */
    left: boolean;
  };
  to: Party;
  /** The new owner was no member before. */
  isNew: boolean;
}

type Moved = Transfer & { name: string; slug: string };

export interface TransferOptions {
  /** Somebody with an account. */
  toEmail: string;
  /** Who was the owner leaves, instead of becoming an admin. */
  remove?: boolean;
}

/**
 * Gives a tenant to another owner (S4.4, N13): they become a member if they were none, and may do
 * everything; who was the owner is an admin from then on, without a superuser's rights.
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
    const { name: label, slug, ...transfer } = row.moved;
    const cacheTags = [tenantTag(id)];
    await recordEvents(tx, origin, eventsOf(id, { label, slug }, transfer, cacheTags));
    return { ...transfer, cacheTags };
  });
}

function eventsOf(
  tenantId: string,
  tenant: { label: string; slug: string },
  { from, to, isNew }: Transfer,
  cacheTags: string[],
): PlacedEvent[] {
  const parties = { from: partyOf(from), to: partyOf(to) };
  const changes: Record<string, [unknown, unknown]> = { owner: [from.name, to.name] };
  const payload = { resource: 'tenants', ...tenant, ...parties, changes };
  const member = (type: 'member.added' | 'member.removed', { id, name }: Party, more: object) => ({
    ...{ type, tenantId, subjectId: id, cacheTags: [] },
    payload: { resource: 'members', label: name, ...more },
  });
  return [
    { type: 'tenant.transferred', tenantId, subjectId: tenantId, payload, cacheTags },
    ...(isNew ? [member('member.added', to, { role: 'owner', isNew: false })] : []),
    ...(from.left ? [member('member.removed', from, { role: 'owner' })] : []),
  ];
}

function partyOf({ id, name, email }: Party): Party {
  return { id, name, email };
}
