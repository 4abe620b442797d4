import { asc, eq, inArray } from 'drizzle-orm';
import type { PlatformDb } from '../../db/platform-tx';
import { tenants } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import { TenantNotFound } from '../../errors';
import { type EventOrigin, type PlacedEvent, recordEvents } from '../../events/record-event';
import { demoTenantsTag, tenantTag } from '../cache-tags';

/** Which tenant is meant: people name it, screens know its id. */
export type TenantName = { slug: string } | { id: string };

/** The states a tenant is put into by hand. Maintenance has a verb of its own. */
export type TenantStatus = 'active' | 'suspended';

/** A tenant, and why its state was left as it is; null for one that was changed. */
export interface StatusChange {
  id: string;
  name: string;
  left: null | 'so already' | 'deleted';
}

/**
 * Suspends or activates a tenant, with its event: cached pages of every host go with it.
 *
 * @param db - the console's or the CLI's; a tenant may not change its own status.
 * @returns the tags of what is stale; none for one that is in this state already, which stays as it
 *   is and gets no event.
 * @throws TenantNotFound when no tenant that is alive is meant.
 */
export async function setTenantStatus(
  db: PlatformDb,
  tenant: TenantName,
  status: TenantStatus,
  origin: EventOrigin = {},
): Promise<{ cacheTags: string[] }> {
  return db.write(async (tx) => {
    const id = 'id' in tenant ? tenant.id : await findId(tx, tenant.slug);
    const [change] = id ? await setTenantStatuses(tx, [id], status, origin) : [];
    if (!change || change.left === 'deleted') {
      throw new TenantNotFound(`There is no tenant "${Object.values(tenant)[0]}".`);
    }
    return { cacheTags: change.left ? [] : statusTags(change.id) };
  });
}

/**
 * The same for many in one transaction, each with its own event in its own audit log.
 *
 * @param tx - the console's or the CLI's.
 * @returns one answer for each that exists.
 */
export async function setTenantStatuses(
  tx: ScopedTx,
  ids: string[],
  status: TenantStatus,
  origin: EventOrigin,
): Promise<StatusChange[]> {
  // In the order of ids: two people with the same tenants wait for each other and do not deadlock.
  const rows = await tx
    .select({ id: tenants.id, name: tenants.name, status: tenants.status })
    .from(tenants)
    .where(inArray(tenants.id, ids))
    .orderBy(asc(tenants.id))
    .for('update');
  const changed = rows.filter((row) => leftOf(row.status, status) === null);
  if (changed.length > 0) {
    const now = new Date();
    const isMeant = inArray(
      tenants.id,
      changed.map(({ id }) => id),
    );
    await tx
      .update(tenants)
      .set({
        ...{ status, maintenance: null, updatedAt: now },
        suspendedAt: status === 'suspended' ? now : null,
      })
      .where(isMeant);
    await recordEvents(
      tx,
      origin,
      changed.map((before) => eventOf(before, status)),
    );
  }
  return rows.map((row) => ({ id: row.id, name: row.name, left: leftOf(row.status, status) }));
}

/** What is stale once a tenant was suspended or activated. */
export function statusTags(tenantId: string): string[] {
  return [tenantTag(tenantId), demoTenantsTag];
}

type Before = { id: string; name: string; status: TenantStatus | 'maintenance' | 'deleted' };

function leftOf(before: Before['status'], status: TenantStatus): StatusChange['left'] {
  if (before === 'deleted') return 'deleted';
  return before === status ? 'so already' : null;
}

function eventOf({ id, name, status: before }: Before, status: TenantStatus): PlacedEvent {
  return {
    type: status === 'suspended' ? 'tenant.deactivated' : 'tenant.activated',
    tenantId: id,
    subjectId: id,
    payload: { resource: 'tenants', label: name, changes: { status: [before, status] } },
    cacheTags: statusTags(id),
  };
}

async function findId(tx: ScopedTx, slug: string): Promise<string | undefined> {
  const [found] = await tx.select({ id: tenants.id }).from(tenants).where(eq(tenants.slug, slug));
  return found?.id;
}
