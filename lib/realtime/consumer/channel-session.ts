import { and, eq } from 'drizzle-orm';
import type { MemberContext } from '../../auth/viewer';
import { channelSessions } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
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
  clear(): Promise<void>;
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
  const read = async (tx: Pick<ScopedTx, 'select'>) => {
    const [row] = await tx.select({ data: channelSessions.data }).from(channelSessions).where(mine);
    return new Map(Object.entries(row?.data ?? {}));
  };
  return {
    get: async <T>(name: string) => (await db.read(read)).get(name) as T | undefined,
    set: (name, value) =>
      db.write(async (tx) => {
        await tx
          .insert(channelSessions)
          .values({ tenantId: tenant.id, socketId, sessionId: viewer.sessionId })
          .onConflictDoNothing();
        const data = Object.fromEntries((await read(tx)).set(name, value));
        if (JSON.stringify(data).length > mostBytes) {
          throw new AppError('bad_input', 'A connection keeps 16 KB at most.');
        }
        await tx.update(channelSessions).set({ data }).where(mine);
      }),
    clear: async () => {
      await db.write((tx) => tx.delete(channelSessions).where(mine));
    },
  };
}
