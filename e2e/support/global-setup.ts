import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  makeScratchFolder,
  removeScratchFolder,
} from '../../lib/cli/testing-steps/scratch-folder.mjs';
import { projectRoot } from '../../lib/testing/project-root';
import { startServer } from './server';
import { makeTemplate } from './start-database';

/** Makes the database of which each server has a copy, and starts the server that specs share. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const template = makeScratchFolder();
  process.env.E2E_TEMPLATE = JSON.stringify(await makeTemplate(template));
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
    await removeScratchFolder(template);
  };
}
