import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import { setUpDatabase } from '../db/setup-database';
import type { TestServer } from './start-database';

/** A database of one test file. */
export interface TestDatabase {
  name: string;
  /** Superuser: for set-ups and for looking at what the roles below cannot see. */
  adminUrl: string;
  /** Owner role: migrations, seeds. */
  ownerUrl: string;
  /** Application role: what the code under test signs in as. */
  appUrl: string;
  drop(): Promise<void>;
  /** Gives it a name that outlives the run, instead of dropping it; gives its address as the owner. */
  keep(): Promise<string>;
}

// CREATE DATABASE and ALTER ROLE of two files at once would trip over each other.
const serverLock = 20_251_121;

/**
 * Makes a migrated, empty database for the calling test file. Call it in `beforeAll`, and `drop`
 * in `afterAll`; what is not dropped goes with the server.
 *
 * @throws Error outside the `db` project of vitest.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('testServer');
  if (!server) throw new Error('testDatabase() is for files named *.db.test.ts');
  const name = `${server.template}_${randomBytes(4).toString('hex')}`;
  const addresses = await withServer(server, async (sql) => {
    await sql`create database ${sql(name)} template ${sql(server.template)} owner tenantry_owner`;
    // Grants on the database and settings of roles in it are not copied with a template.
    return setUpDatabase({ ...server, database: name });
  });
  return {
    name,
    adminUrl: addressOf(server.adminUrl, name),
    ownerUrl: addresses.DATABASE_OWNER_URL,
    appUrl: addresses.DATABASE_URL,
    drop: () =>
      withServer(server, async (sql) => {
        await sql`drop database if exists ${sql(name)} with (force)`;
      }),
    keep: () =>
      withServer(server, async (sql) => {
        const kept = `tenantry_kept_${randomBytes(4).toString('hex')}`;
        await sql`alter database ${sql(name)} rename to ${sql(kept)}`;
        return addressOf(addresses.DATABASE_OWNER_URL, kept);
      }),
  };
}

async function withServer<T>(server: TestServer, work: (sql: postgres.Sql) => Promise<T>) {
  const sql = postgres(server.adminUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${serverLock})`;
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function addressOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.toString();
}
