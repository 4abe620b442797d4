import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm';
import type { PlatformDb } from '../db/platform-tx';
import { domains, tenants } from '../db/schema/platform';
import { AppError } from '../errors';
import { type EventOrigin, recordEvents } from '../events/record-event';
import { demoTenantsTag, hostTag } from '../tenancy/cache-tags';
import { noSuchDomain } from './get-domain';

/**
 * Marks a domain as verified on an operator's word: it is served at once, without a record in the
 * DNS, until its tenant removes it or somebody else proves it. The tenant's audit log has it.
 *
 * @param db - the console's or the CLI's; a tenant may not vouch for itself.
 * @throws AppError not_found; conflict where another tenant has the name.
 */
export async function vouchForDomain(
  db: PlatformDb,
  { tenantId, id }: { tenantId: string; id: string },
  origin: EventOrigin = {},
): Promise<{ hostname: string; cacheTags: string[] }> {
  return db.write(async (tx) => {
    const [row] = await tx
      .select({ hostname: domains.hostname, verifiedAt: domains.verifiedAt })
      .from(domains)
      .innerJoin(tenants, and(eq(tenants.id, domains.tenantId), ne(tenants.status, 'deleted')))
      .where(and(eq(domains.id, id), eq(domains.tenantId, tenantId)));
    if (!row) throw noSuchDomain();
    const { hostname } = row;
    if (row.verifiedAt) return { hostname, cacheTags: [] };
    const [holder] = await tx
      .select({ id: domains.id })
      .from(domains)
      .where(and(eq(domains.hostname, hostname), isNotNull(domains.verifiedAt)));
    if (holder) throw taken();
    const changed = await tx
      .update(domains)
      .set({ verifiedAt: new Date() })
      .where(and(eq(domains.id, id), isNull(domains.verifiedAt)))
      .returning({ id: domains.id })
      .catch(throwTaken);
    if (changed.length === 0) return { hostname, cacheTags: [] };
    const cacheTags = [hostTag(hostname), demoTenantsTag];
    const payload = { resource: 'domains', label: hostname, vouched: true };
    await recordEvents(tx, origin, [
      { type: 'domain.verified', tenantId, subjectId: id, payload, cacheTags },
    ]);
    return { hostname, cacheTags };
  });
}

function taken(): AppError {
  return new AppError('conflict', 'Another tenant has this domain. It is removed there first.');
}

/** A name is free until somebody else's transaction commits, so PostgreSQL has the last word. */
function throwTaken(error: unknown): never {
  const cause = (error as { cause?: { code?: string } }).cause;
  throw cause?.code === '23505' ? taken() : error;
}
