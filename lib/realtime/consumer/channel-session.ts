import { and, eq, sql } from 'drizzle-orm';
import type { MemberContext } from '../../auth/viewer';
import { channelSessions } from '../../db/schema/platform';
import { AppError } from '../../errors';

const mostBytes = 16_384;

/**
 * What is kept for one connection of one tenant: no other connection sees it, and it is dropped with
 * the connection (S0.13).
 */
export interface ChannelSession {
  get<T = unknown>(name: string): Promise<T | undefined>;
  /** @throws AppError bad_input over 16 KB in all. */
  set(name: string, value: unknown): Promise<void>;
  delete(name: string): Promise<void>;
  all(): Promise<Map<string, unknown>>;
}

/** Gives the session of a connection of whoever sends by it. */
export function channelSession(
  { tenant, db, viewer }: Pick<MemberContext, 'tenant' | 'db' | 'viewer'>,
  socketId: string,
): ChannelSession {
  // Another browser's connection is nobody's here, whoever knows its name.
  const mine = and(
    eq(channelSessions.socketId, socketId),
    eq(channelSessions.sessionId, viewer.sessionId),
  );
  const { data } = channelSessions;
  const all = (): Promise<Map<string, unknown>> =>
    db.read(async (tx) => {
      const [row] = await tx.select({ data }).from(channelSessions).where(mine);
      return new Map(Object.entries(row?.data ?? {}));
    });
  return {
    all,
    get: async <T>(name: string) => (await all()).get(name) as T | undefined,
    set: (name, value) =>
      db.write(async (tx) => {
        const row = { tenantId: tenant.id, socketId, sessionId: viewer.sessionId };
        await tx.insert(channelSessions).values(row).onConflictDoNothing();
        const entry = JSON.stringify({ [name]: value });
        // By the database: other messages of this connection may be under way.
        const [kept] = await tx
          .update(channelSessions)
          .set({ data: sql`${data} || ${entry}::jsonb` })
          .where(mine)
          .returning({ bytes: sql<number>`length(${data}::text)` });
        if ((kept?.bytes ?? 0) > mostBytes) {
          throw new AppError('bad_input', 'A connection keeps 16 KB at most.');
        }
      }),
    delete: async (name) => {
      await db.write((tx) =>
        tx
          .update(channelSessions)
          .set({ data: sql`${data} - ${name}::text` })
          .where(mine),
      );
    },
  };
}
