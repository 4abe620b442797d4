import { eq } from 'drizzle-orm';
import { domains, tenants } from '../db/schema/platform';
import { AppError } from '../errors';
import { recordEvent } from '../events/record-event';
import { tenantTag } from '../tenancy/cache-tags';
import type { DomainContext } from './domain-context';
import { getDomainRow, noSuchDomain } from './get-domain';

/**
 * Makes a verified domain the one that canonical addresses use; there is one at most (N10).
 *
 * @returns the tags of what is stale; none where it is so already.
 * @throws AppError not_found, and conflict for one that is not verified.
 */
export async function makePrimary(
  ctx: DomainContext,
  id: string,
): Promise<{ cacheTags: string[] }> {
  const known = await getDomainRow(ctx, id);
  return ctx.db.write(async (tx) => {
    // One after the other, so that two choices do not meet. A check's events point at the tenant, and
    // this lock lets them.
    await tx.select({ id: tenants.id }).from(tenants).for('no key update');
    const rows = await tx.select().from(domains);
    const chosen = rows.find((row) => row.id === known.id);
    if (!chosen) throw noSuchDomain();
    if (!chosen.verifiedAt) {
      throw new AppError('conflict', 'Only a connected domain can be the primary one.');
    }
    if (chosen.isPrimary) return { cacheTags: [] };
    await tx.update(domains).set({ isPrimary: false }).where(eq(domains.isPrimary, true));
    await tx.update(domains).set({ isPrimary: true }).where(eq(domains.id, chosen.id));
    const before = rows.find((row) => row.isPrimary)?.hostname ?? null;
    const cacheTags = [tenantTag(ctx.tenant.id)];
    await recordEvent(tx, ctx, {
      type: 'domain.updated',
      subjectId: chosen.id,
      payload: {
        ...{ resource: 'domains', label: chosen.hostname },
        changes: { primary: [before, chosen.hostname] },
      },
      cacheTags,
    });
    return { cacheTags };
  });
}
