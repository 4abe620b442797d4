import { startEmbeddedPostgres } from '../../lib/embedded/embedded-postgres.mjs';
import { runCommand } from './run-command';

/** The database of a server under test. It can die and come back on the same port. */
export interface DemoDatabase {
  /** Application role: the web process has only this one. */
  appUrl: string;
  /** Owner role: for the CLI. */
  ownerUrl: string;
  adminUrl: string;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Starts it again after `kill` or `stop`. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts an embedded PostgreSQL in a folder, makes the roles, migrates and seeds the demo. */
export async function startDatabase(dataDir: string): Promise<DemoDatabase> {
  const options = { dataDir, durable: false };
  let server = await startEmbeddedPostgres(options);
  const { port } = server;
  process.once('exit', () => server.kill());
  const adminUrl = server.adminUrl();
  const addresses = JSON.parse(
    await runCommand(['db-setup', '--admin-url', adminUrl, '--database', 'tenantry', '--json'], {
      DATA_DIR: dataDir,
    }),
  ) as { DATABASE_URL: string; DATABASE_OWNER_URL: string };
  await runCommand(['migrate'], { ...addresses, DATA_DIR: dataDir });
  await runCommand(['seed', '--demo'], { ...addresses, DATA_DIR: dataDir });
  return {
    appUrl: addresses.DATABASE_URL,
    ownerUrl: addresses.DATABASE_OWNER_URL,
    adminUrl: server.adminUrl('tenantry'),
    async kill() {
      server.kill();
      while (server.isRunning()) await new Promise((resolve) => setTimeout(resolve, 50));
    },
    async start() {
      server = await startEmbeddedPostgres({ ...options, port });
    },
    stop: () => server.stop(),
  };
}
