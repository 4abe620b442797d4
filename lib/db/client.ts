import postgres from 'postgres';
import { env } from '../env';
import { checkRole } from './check-role';

const kept = globalThis as unknown as { tenantryClient?: AppClient };

/** A pool signed in as the application role, and the proof that the role is a safe one. */
export interface AppClient {
  sql: postgres.Sql;
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

/** Opens a pool on the given address. Tests and the bench make their own. */
export function createAppClient(
  url: string,
  options: { max?: number; prepare?: boolean } = {},
): AppClient {
  const prepare = options.prepare ?? env().DATABASE_PREPARE;
  const sql = postgres(url, {
    max: options.max ?? env().DATABASE_POOL_SIZE,
    prepare,
    connect_timeout: 5,
    // Connections are renewed now and then, so that a backend's caches do not grow for ever.
    max_lifetime: 30 * 60,
    onnotice: () => {},
    connection: { application_name: 'tenantry' },
  });
  let proof: Promise<void> | undefined;
  const verified = () => {
    proof ??= checkRole(sql).catch((error) => {
      proof = undefined;
      throw error;
    });
    return proof;
  };
  return { sql, prepare, verified, end: () => sql.end({ timeout: 2 }) };
}
