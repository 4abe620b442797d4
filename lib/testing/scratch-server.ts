import { makeScratchFolder, removeScratchFolder } from '../cli/testing-steps/scratch-folder.mjs';
import { startEmbeddedPostgres } from '../embedded/embedded-postgres.mjs';

/** A PostgreSQL server of one's own. */
export interface ScratchServer {
  adminUrl(database?: string): string;
  stop(): Promise<void>;
}

/** Starts an empty server for tests that change roles, which belong to the whole server. */
export async function startScratchServer(): Promise<ScratchServer> {
  const dataDir = makeScratchFolder();
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  process.once('exit', server.kill);
  return {
    adminUrl: server.adminUrl,
    stop: async () => {
      await server.stop();
      process.removeListener('exit', server.kill);
      await removeScratchFolder(dataDir);
    },
  };
}
