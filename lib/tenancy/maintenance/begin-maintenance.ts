import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { and, eq, ne } from 'drizzle-orm';
import type { PlatformDb } from '../../db/platform-tx';
import { tenants } from '../../db/schema/platform';
import { AppError, InvalidInput, TenantNotFound } from '../../errors';
import { type EventOrigin, recordEvents } from '../../events/record-event';
import { statusTags } from '../life/set-tenant-status';
import { homeUrlOf } from '../tenant-address';

export interface MaintenancePlan {
  /** What visitors read; a sentence of our own when it is empty. */
  message?: string;
  /** When it is thought to end, as an ISO time. */
  until?: string;
}

const longest = 500;

/**
 * Closes a tenant for work on it: everybody gets 503 but who comes by the link. Ending it is
 * activating the tenant; beginning again makes a new link and ends the old one.
 *
 * @param db - the console's or the CLI's.
 * @returns the link, which stands here and nowhere else, and the tags of what is stale.
 * @throws TenantNotFound when no tenant that is alive is meant; AppError conflict for one that is
 *   suspended; InvalidInput by field.
 */
export async function beginMaintenance(
  db: PlatformDb,
  id: string,
  { message = '', until, ...origin }: MaintenancePlan & EventOrigin = {},
): Promise<{ link: string; cacheTags: string[] }> {
  const key = randomBytes(16).toString('base64url');
  const end = until ? new Date(until) : null;
  refuse(message, end);
  const maintenance = {
    ...{ id: randomUUID(), keyHash: keyHashOf(key), message: message.trim() },
    ...{ since: new Date().toISOString(), until: end?.toISOString() ?? null },
  };
  return db.write(async (tx) => {
    const isMeant = and(eq(tenants.id, id), ne(tenants.status, 'deleted'));
    const [found] = await tx.select().from(tenants).where(isMeant).for('update');
    if (!found) throw new TenantNotFound('There is no such tenant.');
    const { slug, name, status } = found;
    if (status === 'suspended') {
      // Ending the maintenance would end the suspension, too.
      throw new AppError('conflict', `${name} is suspended, so nobody gets in. Activate it first.`);
    }
    const set = { status: 'maintenance' as const, suspendedAt: null, updatedAt: new Date() };
    await tx
      .update(tenants)
      .set({ ...set, maintenance })
      .where(isMeant);
    const cacheTags = statusTags(id);
    const changes: Record<string, [string, string]> = { status: [status, 'maintenance'] };
    const payload = { resource: 'tenants', label: name, until: maintenance.until, changes };
    const event = { type: 'tenant.maintenance' as const, subjectId: id, payload, cacheTags };
    await recordEvents(tx, origin, [{ ...event, tenantId: id }]);
    return { link: `${homeUrlOf(slug)}/unavailable?key=${key}`, cacheTags };
  });
}

/** What is kept of the key in the link. */
export function keyHashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

function refuse(message: string, end: Date | null): void {
  if (message.length > longest) {
    throw new InvalidInput({ message: [`Use at most ${longest} characters.`] });
  }
  if (end && !(end.getTime() > Date.now())) {
    throw new InvalidInput({ until: ['Give a time that is still to come, or leave it empty.'] });
  }
}
