import { and, eq, gt, lte, sql } from 'drizzle-orm';
import { presenceEntries as entries } from '../../db/schema/platform';
import type { Room, Seat } from '../presence-store';

/** The handle adds the tenant. */
export function inRoom({ key }: Room) {
  return eq(entries.room, key);
}

export function atSeat(seat: Seat) {
  return and(inRoom(seat), eq(entries.userId, seat.userId));
}

export const isLiving = gt(entries.expiresAt, sql`now()`);
export const hasEnded = lte(entries.expiresAt, sql`now()`);

/** @returns when an entry that is written now ends, by the database's clock. */
export function endsAt(seconds: number) {
  return sql<Date>`clock_timestamp() + make_interval(secs => ${seconds}::float8)`;
}
