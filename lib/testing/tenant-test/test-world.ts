import type { Sql } from 'postgres';
import { type AppClient, createAppClient } from '../../db/client';
import { openOwnerClient } from '../../db/owner-client';
import { openOwnerDb } from '../../db/owner-db';
import type { PlatformDb } from '../../db/platform-tx';
import { env } from '../../env';
import { testDatabase } from '../database';

/** The database of a test file, and the ways in. */
export interface TestWorld {
  /** The owner role, which sees every row: for looking at what became of something. */
  owner: Sql;
  /** The same as the console and the command line have it. */
  ownerDb: PlatformDb;
  /** The application role; also the pool of this process, which is taken where none is given. */
  client: AppClient;
  close(): Promise<void>;
}

/**
 * Makes a migrated database and opens it.
 *
 * @param keep - leaves it behind on a server of your own (DATABASE_ADMIN_URL), and says where.
 */
export async function openTestWorld(keep = false): Promise<TestWorld> {
  const database = await testDatabase();
  const { appUrl: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL } = database;
  const AUTH_SECRET = env().AUTH_SECRET ?? 'a secret of tests, which is long enough';
  Object.assign(env(), { DATABASE_URL, DATABASE_OWNER_URL, AUTH_SECRET });
  const owner = openOwnerClient(DATABASE_OWNER_URL);
  const ownerDb = openOwnerDb(DATABASE_OWNER_URL);
  const client = createAppClient(DATABASE_URL, { max: 5 });
  Object.assign(globalThis, { tenantryClient: client });
  const close = async () => {
    await Promise.all([owner.end(), ownerDb.end(), client.end()]);
    if (keep && process.env.DATABASE_ADMIN_URL) console.info(`Kept: ${await database.keep()}`);
    else await database.drop();
  };
  return { owner, ownerDb, client, close };
}
