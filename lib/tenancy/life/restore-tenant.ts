import { and, eq, sql } from 'drizzle-orm';
import type { PlatformDb, PlatformTx } from '../../db/platform-tx';
import { tenants } from '../../db/schema/platform';
import { AppError, InvalidInput, TenantNotFound } from '../../errors';
import { type EventOrigin, recordEvents } from '../../events/record-event';
import { demoTenantsTag, hostTag, tenantTag } from '../cache-tags';
import { throwTaken } from '../provisioning/throw-taken';
import { slugFault } from '../slug-fault';
import { findHeir } from './find-heir';

/** A tenant that is back. */
export interface RestoredTenant {
  name: string;
  slug: string;
  /** Suspended if it was when it was deleted; a maintenance is over. */
  status: 'active' | 'suspended';
  people: number;
  /** People who stay out, since their accounts are deactivated. */
  missing: number;
  /** Its domains: claims that have to be proved again. */
  domains: string[];
}

export interface RestoreOptions {
  /** Its address from now on; the one it had unless given. */
  slug?: string;
  /** Who owns it from now on; who did unless given. */
  ownerEmail?: string;
}

/**
 * Brings a deleted tenant back with all it had (S4.17): its people, and its address if that is still
 * free.
 *
 * @param db - the console's or the CLI's.
 * @returns how it is now, and the tags of what is stale.
 * @throws TenantNotFound when no deleted tenant is meant; ExistsError (`slug`) when somebody else has
 *   the address by now; InactiveError (`ownerEmail`) when its owner has left; AppError conflict once its
 *   rows are being destroyed.
 */
export async function restoreTenant(
  db: PlatformDb,
  id: string,
  { slug, ownerEmail, ...origin }: RestoreOptions & EventOrigin = {},
): Promise<RestoredTenant & { cacheTags: string[] }> {
  const run = async (tx: PlatformTx) => {
    const wanted = slug?.trim().toLowerCase() || (await formerSlug(tx, id));
    const fault = slugFault(wanted);
    if (fault) throw new InvalidInput({ slug: [fault] });
    const heir = ownerEmail ? await findHeir(tx, ownerEmail, 'ownerEmail') : null;
    const restored = sql<RestoredTenant | null>`
      platform.restore_tenant(${tenants.id}, ${wanted}, ${heir}::uuid)`;
    const [row] = await tx.select({ restored }).from(tenants).where(eq(tenants.id, id));
    if (!row?.restored) throw new TenantNotFound('There is no such deleted tenant.');
    const cacheTags = tagsOf(id, row.restored);
    await recordEvents(tx, origin, [eventOf(id, row.restored, cacheTags)]);
    return { ...row.restored, cacheTags };
  };
  return db.write(run).catch(throwRefused).catch(throwTaken);
}

async function formerSlug(tx: PlatformTx, id: string): Promise<string> {
  const isMeant = and(eq(tenants.id, id), eq(tenants.status, 'deleted'));
  const [row] = await tx.select({ was: tenants.beforeDeletion }).from(tenants).where(isMeant);
  if (!row?.was) throw new TenantNotFound('There is no such deleted tenant.');
  return row.was.slug;
}

function tagsOf(id: string, { slug, domains }: RestoredTenant): string[] {
  return [tenantTag(id), hostTag(slug), ...domains.map(hostTag), demoTenantsTag];
}

function eventOf(id: string, restored: RestoredTenant, cacheTags: string[]) {
  const { name, slug, status, people, missing, domains } = restored;
  const changes: Record<string, [unknown, unknown]> = { status: ['deleted', status] };
  const payload = { resource: 'tenants', label: name, slug, people, missing, domains, changes };
  return { type: 'tenant.restored' as const, tenantId: id, subjectId: id, payload, cacheTags };
}

function throwRefused(error: unknown): never {
  const { cause = error } = error as { cause?: unknown };
  const name = (cause as { constraint_name?: string }).constraint_name;
  if (name === 'tenants_whole') {
    const why = 'Its time was up, and what it had is being destroyed: it cannot come back.';
    throw new AppError('conflict', why);
  }
  if (name !== 'tenants_owner_active') throw error;
  throw new InvalidInput({
    ownerEmail: ['Its owner has no active account any more. Name somebody else.'],
  });
}
