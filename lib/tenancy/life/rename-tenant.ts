import { and, eq, ne } from 'drizzle-orm';
import type { PlatformDb } from '../../db/platform-tx';
import { tenants } from '../../db/schema/platform';
import { InvalidInput, TenantNotFound } from '../../errors';
import { type EventOrigin, recordEvents } from '../../events/record-event';
import { demoTenantsTag, hostTag, tenantTag } from '../cache-tags';
import { throwTaken } from '../provisioning/throw-taken';
import { slugFault } from '../slug-fault';

/**
 * Gives a tenant another address. Its old one leads there, and is kept for it for 90 days.
 *
 * @param db - the console's or the CLI's.
 * @returns the slugs, and the tags of what is stale; none when it is called so already.
 * @throws TenantNotFound when no tenant that is alive is meant; InvalidInput (`slug`) for a name that
 *   cannot be; of that, ExistsError for one that is somebody else's.
 */
export async function renameTenant(
  db: PlatformDb,
  id: string,
  { slug, ...origin }: { slug: string } & EventOrigin,
): Promise<{ before: string; slug: string; cacheTags: string[] }> {
  const wanted = slug.trim().toLowerCase();
  const fault = slugFault(wanted);
  if (fault) throw new InvalidInput({ slug: [fault] });
  return db
    .write(async (tx) => {
      const isMeant = and(eq(tenants.id, id), ne(tenants.status, 'deleted'));
      const [found] = await tx.select().from(tenants).where(isMeant).for('update');
      if (!found) throw new TenantNotFound('There is no such tenant.');
      const { slug: before, name } = found;
      if (before === wanted) return { before, slug: wanted, cacheTags: [] };
      await tx.update(tenants).set({ slug: wanted, updatedAt: new Date() }).where(isMeant);
      const cacheTags = [tenantTag(id), hostTag(before), hostTag(wanted), demoTenantsTag];
      const changes: Record<string, [string, string]> = { slug: [before, wanted] };
      const payload = { resource: 'tenants', label: name, changes };
      const event = { type: 'tenant.renamed' as const, subjectId: id, payload, cacheTags };
      await recordEvents(tx, origin, [{ ...event, tenantId: id }]);
      return { before, slug: wanted, cacheTags };
    })
    .catch(throwTaken);
}
