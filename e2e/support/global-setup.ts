import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../lib/testing/project-root';
import { startServer } from './server';

/** Starts the one server that all specs share; gives what ends it. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const server = await startServer();
  const { port, dataDir, database } = server;
  // Workers are other processes; they inherit the environment.
  process.env.E2E_SERVER = JSON.stringify({
    port,
    dataDir,
    appUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    adminUrl: database.adminUrl,
  });
  return async () => {
    writeFileSync(join(projectRoot, 'test-results', 'e2e-server.log'), server.logs());
    await server.stop();
  };
}
