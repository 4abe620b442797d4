import { and, count, countDistinct, desc, eq, inArray, min, sql } from 'drizzle-orm';
import type { AppClient } from '../../db/client';
import { isDatabaseUnavailable } from '../../db/database-fault';
import { presenceEntries as entries } from '../../db/schema/platform';
import { outsideScopes } from '../../db/scope';
import { type ScopedDb, scopedDb } from '../../db/scoped-db';
import { outageLog } from '../../state/outage-log';
import { StateAway } from '../../state/state-engine';
import { mostConnections, type PresenceStore } from '../presence-store';
import { atSeat, endsAt, inRoom, isLiving } from './entry-conditions';
import { holdSeat } from './hold-seat';
import { takeEnded } from './take-ended';

/**
 * Keeps who is where in a table of PostgreSQL, through the scoped handle and under row security: for
 * several processes without a Redis. It works on a connection of its own, so that being somewhere
 * neither waits for nor goes with the transaction around it.
 */
export function postgresPresence(client?: AppClient): PresenceStore {
  const outage = outageLog('postgres');
  const run = async <T>({ tenantId }: { tenantId: string }, work: (db: ScopedDb) => Promise<T>) => {
    try {
      const result = await outsideScopes(() => work(scopedDb(tenantId, undefined, client)));
      outage.worked();
      return result;
    } catch (error) {
      if (!isDatabaseUnavailable(error)) throw error;
      outage.failed(error);
      throw new StateAway('postgres', { cause: error });
    }
  };
  return {
    backend: 'postgres',
    join: (seat, { connection, meta, seconds }) =>
      run(seat, (db) =>
        db.write(async (tx) => {
          await holdSeat(tx, seat);
          const here = await tx
            .select({ connection: entries.connection, since: entries.joinedAt })
            .from(entries)
            .where(and(atSeat(seat), isLiving))
            .orderBy(desc(entries.expiresAt));
          const others = here.filter((one) => one.connection !== connection);
          const over = others.slice(mostConnections - 1).map((one) => one.connection);
          if (over.length > 0) {
            await tx.delete(entries).where(and(atSeat(seat), inArray(entries.connection, over)));
          }
          const known = here.map((one) => one.since).sort((x, y) => Number(x) - Number(y))[0];
          const entry = {
            roomName: seat.name,
            meta,
            // Not now(): whoever waited for the seat began earlier.
            metaAt: sql<Date>`clock_timestamp()`,
            joinedAt: known ?? sql<Date>`clock_timestamp()`,
            expiresAt: endsAt(seconds),
          };
          const { tenantId, key: room, userId } = seat;
          const [row] = await tx
            .insert(entries)
            .values({ tenantId, room, userId, connection, ...entry })
            .onConflictDoUpdate({ target: key, set: entry })
            .returning({ since: entries.joinedAt });
          if (!row) throw new Error('PostgreSQL gave no entry back.');
          return { isFirst: known === undefined, since: row.since };
        }),
      ),
    leave: (seat, connection) =>
      run(seat, (db) =>
        db.write(async (tx) => {
          await holdSeat(tx, seat);
          const here = await tx
            .select({ connection: entries.connection })
            .from(entries)
            .where(and(atSeat(seat), isLiving));
          if (!here.some((one) => connection === null || one.connection === connection))
            return false;
          const isGone = connection === null || here.length === 1;
          // With somebody goes what had ended of theirs, so that no cleanup tells of it once more.
          const own = isGone ? undefined : eq(entries.connection, connection);
          await tx.delete(entries).where(and(atSeat(seat), own));
          return isGone;
        }),
      ),
    heartbeat: async (seat, connection, seconds) => {
      const renewed = await run(seat, (db) =>
        db.write((tx) =>
          tx
            .update(entries)
            .set({ expiresAt: endsAt(seconds) })
            .where(and(atSeat(seat), eq(entries.connection, connection), isLiving))
            .returning({ connection: entries.connection }),
        ),
      );
      return renewed.length > 0;
    },
    list: (room, most) =>
      run(room, (db) =>
        db.read((tx) =>
          tx
            .select({
              userId: entries.userId,
              meta: sql<string>`(array_agg(${entries.meta} order by ${entries.metaAt} desc))[1]`,
              since: sql<Date>`min(${entries.joinedAt})`.mapWith(entries.joinedAt),
              connections: count(),
            })
            .from(entries)
            .where(and(inRoom(room), isLiving))
            .groupBy(entries.userId)
            .orderBy(min(entries.joinedAt), sql`${entries.userId} collate "C"`)
            .limit(most),
        ),
      ),
    count: async (room) => {
      const [row] = await run(room, (db) =>
        db.read((tx) =>
          tx
            .select({ count: countDistinct(entries.userId) })
            .from(entries)
            .where(and(inRoom(room), isLiving)),
        ),
      );
      return row?.count ?? 0;
    },
    findName: async (tenantId, room) => {
      const [row] = await run({ tenantId }, (db) =>
        db.read((tx) =>
          tx
            .select({ name: entries.roomName })
            .from(entries)
            .where(and(eq(entries.room, room), isLiving))
            .limit(1),
        ),
      );
      return row?.name ?? null;
    },
    cleanup: (tenantId, most) => run({ tenantId }, (db) => db.write((tx) => takeEnded(tx, most))),
  };
}

const key = [entries.tenantId, entries.room, entries.userId, entries.connection];
