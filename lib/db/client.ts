import postgres from 'postgres';
import { env } from '../env';
import { checkRole } from './check-role';
import { createConnectionPool, type PooledConnection } from './connection-pool';

const kept = globalThis as unknown as { tenantryClient?: AppClient };

/** The database signed in to as the application role, and the proof that the role is a safe one. */
export interface AppClient {
  /** For LISTEN, which takes a connection of its own. Statements go through the pool. */
  sql: postgres.Sql;
  /** Lends a connection to a scope, out of DATABASE_POOL_SIZE. */
  take(): Promise<PooledConnection>;
  /** Runs statements outside any tenant and any transaction, on a connection of the pool. */
  query<T>(run: (sql: postgres.Sql) => Promise<T>): Promise<T>;
  prepare: boolean;
  /** Resolves once the role was seen to be unable to bypass row security; tried again after a failed connection. */
  verified(): Promise<void>;
  end(): Promise<void>;
}

/**
 * The pool of this process. Kept on globalThis, because reloads in development would otherwise add
 * pools until the server runs out of connections.
 *
 * @throws Error when DATABASE_URL is missing.
 */
export function appClient(): AppClient {
  const url = env().DATABASE_URL;
  if (!url) {
    throw new Error(
      'DATABASE_URL is missing. Start with `npm start`, or set it to the application role, ' +
        'as in postgres://tenantry_app:password@localhost:5432/tenantry',
    );
  }
  kept.tenantryClient ??= createAppClient(url);
  return kept.tenantryClient;
}

interface AppClientOptions {
  max?: number;
  prepare?: boolean;
  leaseMilliseconds?: number;
  /** How long a scope waits for a connection. */
  patienceMilliseconds?: number;
}

/** Opens a pool on the given address. Tests and the bench make their own. */
export function createAppClient(url: string, options: AppClientOptions = {}): AppClient {
  const prepare = options.prepare ?? env().DATABASE_PREPARE;
  const max = options.max ?? env().DATABASE_POOL_SIZE;
  const settings = {
    prepare,
    connect_timeout: 5,
    // Arrays come as JSON where raw statements need them; asking for their types costs every new
    // connection a round trip, and fails where nobody can catch it when the connection is lost.
    fetch_types: false,
    types: { json: jsonAsGiven },
    onnotice: () => {},
    connection: { application_name: 'tenantry' },
  };
  const sql = postgres(url, { ...settings, max: 1 });
  const pool = createConnectionPool({
    max,
    leaseMilliseconds: options.leaseMilliseconds,
    patienceMilliseconds: options.patienceMilliseconds,
    // Its lifetime is the pool's business: the driver would end it in the middle of a transaction.
    open: (onclose) => postgres(url, { ...settings, max: 1, max_lifetime: null, onclose }),
  });
  const query: AppClient['query'] = async (run) => {
    const connection = await pool.take();
    try {
      return await run(connection.sql);
    } finally {
      connection.release();
    }
  };
  const end = async () => {
    await Promise.all([sql.end({ timeout: 2 }), pool.end()]);
  };
  return { sql, prepare, take: pool.take, query, verified: once(() => query(checkRole)), end };
}

// Drizzle gives JSON as text. The driver would write that text down as one JSON string, which no
// JSON operator of a query or function can look into.
const jsonAsGiven = {
  to: 114,
  from: [114, 3802],
  serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
  parse: (text: string) => JSON.parse(text),
};

/** Keeps the first success; a failure is tried again by the next caller. */
function once(attempt: () => Promise<void>): () => Promise<void> {
  let proof: Promise<void> | undefined;
  return () => {
    proof ??= attempt().catch((error) => {
      proof = undefined;
      throw error;
    });
    return proof;
  };
}
