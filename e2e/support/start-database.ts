import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
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

/** A stopped database with the demo in it, which others are copies of. */
export interface DatabaseTemplate {
  dataDir: string;
  appUrl: string;
  ownerUrl: string;
}

/** Makes the roles, migrates and seeds the demo in a folder, once for all servers of a run. */
export async function makeTemplate(dataDir: string): Promise<DatabaseTemplate> {
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  const env = { DATA_DIR: dataDir };
  const setUp = ['db-setup', '--admin-url', server.adminUrl(), '--database', 'tenantry', '--json'];
  try {
    const addresses: Record<string, string> = JSON.parse(await runCommand(setUp, env));
    await runCommand(['migrate'], { ...addresses, ...env });
    await runCommand(['seed', '--demo'], { ...addresses, ...env });
    const { DATABASE_URL: appUrl = '', DATABASE_OWNER_URL: ownerUrl = '' } = addresses;
    return { dataDir, appUrl, ownerUrl };
  } finally {
    await server.stop();
  }
}

/** Starts an embedded PostgreSQL on a copy of the run's template (E2E_TEMPLATE). */
export async function startDatabase(dataDir: string): Promise<DemoDatabase> {
  const template: DatabaseTemplate = JSON.parse(process.env.E2E_TEMPLATE ?? '{}');
  // As root the files are another user's, and must stay so.
  await promisify(execFile)('cp', ['-a', `${template.dataDir}/.`, dataDir]);
  const options = { dataDir, durable: false };
  let server = await startEmbeddedPostgres(options);
  const { port } = server;
  process.once('exit', () => server.kill());
  return {
    appUrl: atPort(template.appUrl, port),
    ownerUrl: atPort(template.ownerUrl, port),
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

function atPort(address: string, port: number): string {
  const url = new URL(address);
  url.port = String(port);
  return url.href;
}
