import { and, asc, inArray, isNull, sql } from 'drizzle-orm';
import { apiKeys } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import { type EventOrigin, recordEvents } from '../../events/record-event';
import type { RecordFate } from '../../resources/resource-action';

/**
 * Ends keys for good, and with each the keys that were made with it. The database is asked at every
 * use of a key, so they are refused from the next request on (C16).
 *
 * @param tx - a tenant's, which knows its own keys alone.
 * @returns one answer for each that exists.
 */
export async function revokeApiKeys(
  tx: ScopedTx,
  origin: EventOrigin,
  ids: string[],
): Promise<RecordFate[]> {
  const { id, name, tenantId } = apiKeys;
  const found = await tx
    .select({ id, name, tenantId })
    .from(apiKeys)
    .where(inArray(id, ids))
    .orderBy(asc(id));
  const ended = await tx
    .update(apiKeys)
    .set({ revokedAt: sql`now()`, revokedBy: origin.actor?.id, endedWhy: 'revoked' })
    .where(and(inArray(id, ids), isNull(apiKeys.revokedAt)))
    .returning({ id });
  const done = new Set(ended.map((row) => row.id));
  await recordEvents(
    tx,
    origin,
    found
      .filter((key) => done.has(key.id))
      .map((key) => ({
        type: 'api-key.revoked',
        tenantId: key.tenantId,
        subjectId: key.id,
        payload: { resource: 'api-keys', label: key.name },
        cacheTags: [],
      })),
  );
  return found.map((key) => ({
    id: key.id,
    label: key.name,
    why: done.has(key.id) ? null : 'It has ended already.',
  }));
}
