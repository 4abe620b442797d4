import { and, desc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import type { AppClient } from '../db/client';
import { isDatabaseUnavailable } from '../db/database-fault';
import { stateEntries as entries } from '../db/schema/platform';
import { outsideScopes } from '../db/scope';
import { type ScopedDb, scopedDb } from '../db/scoped-db';
import { outageLog } from './outage-log';
import { StateAway, type StateEngine, type StateScope, sumOf } from './state-engine';

/**
 * Keeps entries in a table of PostgreSQL, through the scoped handle and under row security: for
 * several instances without a Redis. It works on a connection of its own, so that an entry neither
 * waits for nor goes with the transaction around it.
 *
 * The table is trimmed to a scope's limit now and then: there may be a tenth more.
 */
export function postgresEngine(client?: AppClient): StateEngine {
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
  const trim = trimming(run);
  return {
    backend: 'postgres',
    getMany: async (scope, keys) => {
      if (keys.length === 0) return [];
      const rows = await run(scope, (db) =>
        db.read((tx) =>
          tx
            .select({ key: entries.key, value: entries.value })
            .from(entries)
            .where(and(inSpace(scope), inArray(entries.key, keys), isLiving)),
        ),
      );
      const found = new Map(rows.map(({ key, value }) => [key, value]));
      return keys.map((key) => found.get(key) ?? null);
    },
    setMany: async (scope, list, seconds) => {
      // One key twice in one statement is an error; the last one counts.
      const rows = [...new Map(list)].map(([key, value]) => rowOf(scope, key, value, seconds));
      if (rows.length === 0) return;
      // In one order, so that writers of the same keys wait for each other and do not deadlock.
      rows.sort((a, b) => (a.key < b.key ? -1 : 1));
      await run(scope, (db) =>
        db.write((tx) =>
          tx.insert(entries).values(rows).onConflictDoUpdate({ target: key, set: excluded }),
        ),
      );
      await trim(scope, rows.length);
    },
    add: async (scope, name, value, seconds) => {
      const row = rowOf(scope, name, value, seconds);
      const made = await run(scope, (db) =>
        db.write((tx) =>
          tx
            .insert(entries)
            .values(row)
            .onConflictDoUpdate(takeOver)
            .returning({ key: entries.key }),
        ),
      );
      await trim(scope, made.length);
      return made.length > 0;
    },
    deleteMany: async (scope, keys) => {
      if (keys.length === 0) return 0;
      const gone = await run(scope, (db) =>
        db.write((tx) =>
          tx
            .delete(entries)
            .where(and(inSpace(scope), inArray(entries.key, keys)))
            .returning({ isLiving }),
        ),
      );
      return gone.filter((row) => row.isLiving).length;
    },
    increment: (scope, name, by, seconds) =>
      run(scope, (db) =>
        db.write(async (tx) => {
          // Somebody may delete it between the two looks.
          for (;;) {
            const row = rowOf(scope, name, String(sumOf(null, by)), seconds);
            const made = await tx
              .insert(entries)
              .values(row)
              .onConflictDoUpdate(takeOver)
              .returning({ key: entries.key });
            if (made.length > 0) return by;
            const own = and(inSpace(scope), eq(entries.key, name));
            const [known] = await tx.select().from(entries).where(own).for('update');
            if (!known) continue;
            const sum = sumOf(known.value, by);
            await tx
              .update(entries)
              .set({ value: String(sum) })
              .where(own);
            return sum;
          }
        }),
      ),
    touch: async (scope, name, seconds) => {
      const touched = await run(scope, (db) =>
        db.write((tx) =>
          tx
            .update(entries)
            .set({ expiresAt: endsAt(seconds) })
            .where(and(inSpace(scope), eq(entries.key, name), isLiving))
            .returning({ key: entries.key }),
        ),
      );
      return touched.length > 0;
    },
    keys: async (scope, most) => {
      const rows = await run(scope, (db) =>
        db.read((tx) =>
          tx
            .select({ key: entries.key })
            .from(entries)
            .where(and(inSpace(scope), isLiving))
            .limit(most),
        ),
      );
      return rows.map((row) => row.key);
    },
    clear: async (scope) => {
      await run(scope, (db) => db.write((tx) => tx.delete(entries).where(inSpace(scope))));
    },
  };
}

type Run = <T>(scope: StateScope, work: (db: ScopedDb) => Promise<T>) => Promise<T>;

/** Counting at every write would cost more than the write: every so many, by what was written here. */
function trimming(run: Run) {
  const written = new Map<string, number>();
  return async (scope: StateScope, count: number): Promise<void> => {
    const name = `${scope.tenantId}:${scope.space}`;
    const total = (written.get(name) ?? 0) + count;
    const isDue = total > scope.mostKeys / 10;
    if (isDue || written.size > 20_000) written.clear();
    if (!isDue) return void written.set(name, total);
    await run(scope, (db) =>
      db.write(async (tx) => {
        await tx.delete(entries).where(and(inSpace(scope), lte(entries.expiresAt, sql`now()`)));
        const over = await tx
          .select({ key: entries.key })
          .from(entries)
          .where(inSpace(scope))
          .orderBy(desc(entries.expiresAt))
          .offset(scope.mostKeys)
          .limit(5000);
        const keys = over.map((row) => row.key);
        if (keys.length > 0)
          await tx.delete(entries).where(and(inSpace(scope), inArray(entries.key, keys)));
      }),
    );
  };
}

const key = [entries.tenantId, entries.space, entries.key];
const excluded = { value: sql`excluded.value`, expiresAt: sql`excluded.expires_at` };
/** Only what has ended gives way. */
const takeOver = { target: key, set: excluded, setWhere: lte(entries.expiresAt, sql`now()`) };
const isLiving = sql<boolean>`${gt(entries.expiresAt, sql`now()`)}`;

function inSpace({ space }: { space: string }) {
  return eq(entries.space, space);
}

function endsAt(seconds: number) {
  return sql<Date>`now() + make_interval(secs => ${seconds}::float8)`;
}

function rowOf({ tenantId, space }: StateScope, name: string, value: string, seconds: number) {
  return { tenantId, space, key: name, value, expiresAt: endsAt(seconds) };
}
