import { and, asc, inArray, sql } from 'drizzle-orm';
import { presenceEntries as entries } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import type { Departure } from '../presence-store';
import { hasEnded, isLiving } from './entry-conditions';

/**
 * Deletes entries that have ended, those first that ended first. Of several who do so at once each
 * takes others.
 *
 * @returns how many went, and who is not there any more by any connection.
 */
export async function takeEnded(
  tx: ScopedTx,
  most: number,
): Promise<{ gone: number; departed: Departure[] }> {
  const due = tx
    .select({ at: sql`ctid` })
    .from(entries)
    .where(hasEnded)
    .orderBy(asc(entries.expiresAt))
    .limit(most)
    .for('update', { skipLocked: true });
  const gone = await tx
    .delete(entries)
    .where(sql`ctid = any(array(${due}))`)
    .returning({ key: entries.room, name: entries.roomName, userId: entries.userId });
  if (gone.length === 0) return { gone: 0, departed: [] };
  const people = new Map(gone.map((row) => [seatOf(row), row]));
  const rooms = [...new Set(gone.map(({ key }) => key))];
  const users = [...new Set(gone.map(({ userId }) => userId))];
  const still = await tx
    .selectDistinct({ key: entries.room, userId: entries.userId })
    .from(entries)
    .where(and(inArray(entries.room, rooms), inArray(entries.userId, users), isLiving));
  for (const one of still) people.delete(seatOf(one));
  return { gone: gone.length, departed: [...people.values()] };
}

/** Neither part has a `|`. */
function seatOf({ key, userId }: { key: string; userId: string }): string {
  return `${key}|${userId}`;
}
