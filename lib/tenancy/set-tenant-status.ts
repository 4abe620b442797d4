import { and, eq, ne } from 'drizzle-orm';
import type { PlatformDb } from '../db/platform-tx';
import { tenants } from '../db/schema/platform';
import { TenantNotFound } from '../errors';
import { type EventOrigin, recordEvent } from '../events/record-event';
import { demoTenantsTag, tenantTag } from './cache-tags';

/** Which tenant is meant: people name it, screens know its id. */
export type TenantName = { slug: string } | { id: string };

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
  status: 'active' | 'suspended',
  origin: EventOrigin = {},
): Promise<{ cacheTags: string[] }> {
  const isMeant = 'id' in tenant ? eq(tenants.id, tenant.id) : eq(tenants.slug, tenant.slug);
  return db.write(async (tx) => {
    const [before] = await tx
      .select({ id: tenants.id, name: tenants.name, status: tenants.status })
      .from(tenants)
      .where(and(isMeant, ne(tenants.status, 'deleted')))
      .for('update');
    if (!before) throw new TenantNotFound(`There is no tenant "${Object.values(tenant)[0]}".`);
    const { id, name } = before;
    if (before.status === status) return { cacheTags: [] };
    const cacheTags = [tenantTag(id), demoTenantsTag];
    const now = new Date();
    await tx
      .update(tenants)
      .set({ status, suspendedAt: status === 'suspended' ? now : null, updatedAt: now })
      .where(eq(tenants.id, id));
    await tx.inTenant(id, (own) =>
      recordEvent(own, origin, {
        type: status === 'suspended' ? 'tenant.suspended' : 'tenant.activated',
        subjectId: id,
        payload: {
          resource: 'tenants',
          label: name,
          changes: { status: [before.status, status] },
        },
        cacheTags,
      }),
    );
    return { cacheTags };
  });
}
