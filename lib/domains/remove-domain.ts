import { eq } from 'drizzle-orm';
import { domains } from '../db/schema/platform';
import { recordEvent } from '../events/record-event';
import { demoTenantsTag, hostTag, tenantTag } from '../tenancy/cache-tags';
import type { DomainContext } from './domain-context';
import { getDomainRow, noSuchDomain } from './get-domain';

/**
 * Takes a domain away: it stops at once, and anybody who proves it may have it, the same tenant
 * included.
 *
 * @returns its name, and the tags of what is stale.
 * @throws AppError not_found
 */
export async function removeDomain(
  ctx: DomainContext,
  id: string,
): Promise<{ hostname: string; cacheTags: string[] }> {
  const known = await getDomainRow(ctx, id);
  return ctx.db.write(async (tx) => {
    const [row] = await tx.delete(domains).where(eq(domains.id, known.id)).returning({
      hostname: domains.hostname,
      isPrimary: domains.isPrimary,
      verifiedAt: domains.verifiedAt,
    });
    if (!row) throw noSuchDomain();
    const { hostname, isPrimary, verifiedAt } = row;
    const cacheTags = [
      ...(verifiedAt ? [hostTag(hostname), demoTenantsTag] : []),
      // Canonical addresses named it.
      ...(isPrimary ? [tenantTag(ctx.tenant.id)] : []),
    ];
    const payload = { resource: 'domains', label: hostname, wasVerified: verifiedAt !== null };
    await recordEvent(tx, ctx, { type: 'domain.removed', subjectId: known.id, payload, cacheTags });
    return { hostname, cacheTags };
  });
}
