import postgres from 'postgres';
import { migrateDatabase } from '@/lib/db/migrate';
import { openOwnerClient } from '@/lib/db/owner-client';
import { setUpDatabase } from '@/lib/db/setup-database';
import { startEmbeddedPostgres } from '@/lib/embedded/embedded-postgres.mjs';
import type { BenchContext } from '../bench-context';

const passwords = { ownerPassword: 'bench-owner', appPassword: 'bench-app' };

/** A PostgreSQL server of the bench. */
export interface BenchServer {
  /** Makes a migrated database, lets `seed` fill it as the owner, and has it analysed. */
  database(name: string, seed: Seed): Promise<BenchDatabase>;
}

type Seed = (owner: postgres.Sql, database: BenchDatabase) => Promise<unknown>;

export interface BenchDatabase {
  /** Signed in as the application, behind both walls. */
  appUrl: string;
  /** Signed in as the owner, who sees every row. */
  ownerUrl: string;
}

/**
 * Starts an embedded PostgreSQL for one measurement.
 *
 * @param durable - whether a commit waits for the disk.
 */
export async function startBenchServer(
  bench: BenchContext,
  options: { durable: boolean },
): Promise<BenchServer> {
  const dataDir = `${bench.folder}/${options.durable ? 'durable' : 'fast'}`;
  const server = await startEmbeddedPostgres({ dataDir, ...options });
  process.prependOnceListener('exit', server.kill);
  bench.defer(async () => {
    await server.stop();
    process.removeListener('exit', server.kill);
  });
  return {
    database: async (name, seed) => {
      const adminUrl = server.adminUrl();
      const addresses = await setUpDatabase({ adminUrl, database: name, ...passwords });
      const database = { appUrl: addresses.DATABASE_URL, ownerUrl: addresses.DATABASE_OWNER_URL };
      await migrateDatabase(database.ownerUrl);
      const owner = openOwnerClient(database.ownerUrl);
      await seed(owner, database);
      await owner.end();
      await settle(server.adminUrl(name));
      return database;
    },
  };
}

/** What autovacuum would do by itself, only later and in the middle of a measurement. */
async function settle(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql.unsafe('vacuum analyze');
  await sql.unsafe('checkpoint');
  await sql.end();
}
