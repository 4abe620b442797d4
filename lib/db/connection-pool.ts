import type { Sql } from 'postgres';

/** One connection, for one scope at a time. */
export interface PooledConnection {
  /** A client of exactly one connection, so that everything sent through it keeps its order. */
  readonly sql: Sql;
  /** True once the connection is gone; whatever was begun on it has been rolled back. */
  isLost(): boolean;
  /** Gives it back. Only after COMMIT or ROLLBACK has been answered. */
  release(): void;
  /** Closes it, for when nobody knows what state it is in. */
  discard(): void;
}

export interface ConnectionPool {
  /** @throws NoFreeConnection, or the error of a connection that could not be made. */
  take(): Promise<PooledConnection>;
  end(): Promise<void>;
}

/** No connection became free in time. Carries a code, so that it counts as "unavailable". */
export class NoFreeConnection extends Error {
  readonly code = 'CONNECT_TIMEOUT';
  constructor(milliseconds: number) {
    super(`No database connection became free within ${milliseconds} ms.`);
    this.name = 'NoFreeConnection';
  }
}

interface PoolOptions {
  max: number;
  /** Makes a client of one connection that calls back when its connection closes. */
  open: (onClose: () => void) => Sql;
  /** Connections are renewed now and then, so that a backend's caches do not grow for ever. */
  lifetimeMilliseconds?: number;
  patienceMilliseconds?: number;
  /** How long a connection may be out. The server's own limits are shorter, but it may be mute. */
  leaseMilliseconds?: number;
}

interface Waiter {
  resolve(connection: PooledConnection): void;
  reject(error: unknown): void;
}

/**
 * Lends out whole connections. The driver's own `reserve()` cannot be used for this (measured with
 * 3.4.9): when a reserved connection dies, the next query on it throws where nobody can catch it,
 * and each reservation that fails in an outage swallows a connection afterwards. Here a connection
 * that was lost is thrown away with its client, and a new one takes its place.
 */
export function createConnectionPool(options: PoolOptions): ConnectionPool {
  const { max, open, lifetimeMilliseconds = 30 * 60_000, patienceMilliseconds = 5000 } = options;
  const { leaseMilliseconds = 20_000 } = options;
  const ready = new WeakSet<PooledConnection>();
  const leases = new Map<PooledConnection, NodeJS.Timeout>();
  const all = new Set<PooledConnection>();
  const idle: PooledConnection[] = [];
  const waiting: Waiter[] = [];

  const endLease = (connection: PooledConnection) => {
    clearTimeout(leases.get(connection));
    leases.delete(connection);
  };
  const connect = async () => {
    const connection = create();
    try {
      // The driver tries for ever where something accepts and hangs up, as proxies of a dead server do.
      await limited(connection.sql.unsafe('select 1'), patienceMilliseconds);
    } catch (error) {
      connection.discard();
      throw error;
    }
    ready.add(connection);
    return connection;
  };
  // Through release(): whoever waited for it may have gone by the time it is there.
  const replace = () => {
    const [waiter] = waiting;
    connect().then(
      (connection) => connection.release(),
      (error) => {
        // One waiter for each failure, so that an outage is told at once and not tried for ever;
        // and only one who was there when it was tried, since the outage may be over.
        if (remove(waiting, waiter)) waiter?.reject(error);
        if (waiting.length > 0) replace();
      },
    );
  };
  const create = () => {
    const born = Date.now();
    const isLost = () => !all.has(connection);
    const discard = () => {
      endLease(connection);
      if (!all.delete(connection)) return;
      remove(idle, connection);
      connection.sql.end({ timeout: 0 }).catch(() => {});
      if (waiting.length > 0 && ready.has(connection)) replace();
    };
    const release = () => {
      if (isLost()) return;
      endLease(connection);
      if (Date.now() - born > lifetimeMilliseconds) return discard();
      const waiter = waiting.shift();
      if (waiter) waiter.resolve(connection);
      else idle.push(connection);
    };
    const connection: PooledConnection = { sql: open(discard), isLost, release, discard };
    all.add(connection);
    return connection;
  };
  return {
    take: async () => {
      const connection =
        idle.pop() ?? (await (all.size < max ? connect() : waitIn(waiting, patienceMilliseconds)));
      leases.set(connection, setTimeout(connection.discard, leaseMilliseconds));
      return connection;
    },
    end: async () => {
      await Promise.all([...all].map(({ sql }) => sql.end({ timeout: 2 })));
    },
  };
}

async function waitIn(waiting: Waiter[], milliseconds: number): Promise<PooledConnection> {
  let waiter: Waiter | undefined;
  const turn = new Promise<PooledConnection>((resolve, reject) => {
    waiter = { resolve, reject };
    waiting.push(waiter);
  });
  return limited(turn, milliseconds).finally(() => remove(waiting, waiter));
}

function limited<T>(promise: PromiseLike<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new NoFreeConnection(milliseconds)), milliseconds);
    promise.then(resolve, reject);
    promise.then(
      () => clearTimeout(timer),
      () => clearTimeout(timer),
    );
  });
}

/** Tells whether it was there. */
function remove<T>(list: T[], item: T | undefined): boolean {
  const position = item === undefined ? -1 : list.indexOf(item);
  if (position >= 0) list.splice(position, 1);
  return position >= 0;
}
