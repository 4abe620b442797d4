import { randomBytes } from 'node:crypto';
import { projectRoot } from '@/lib/testing/project-root';
import type { BenchContext } from '../bench-context';
import { startWebServer, type WebServer } from './web-server';

export interface AppServer extends WebServer {
  /** With which the process signs what it tells itself. */
  secret: string;
}

/** Serves the application's build on a database, with the settings it ships with. */
export async function startAppServer(bench: BenchContext, appUrl: string): Promise<AppServer> {
  const secret = randomBytes(32).toString('hex');
  const server = await startWebServer(bench, {
    folder: projectRoot,
    readyPath: '/api/health',
    env: (port) => ({
      ROOT_DOMAIN: `localhost:${port}`,
      DATABASE_URL: appUrl,
      // Next reads .env files as well; an empty value keeps the owner's address out.
      DATABASE_OWNER_URL: '',
      AUTH_SECRET: secret,
      DATA_DIR: `${bench.folder}/web-${port}`,
    }),
  });
  return { ...server, secret };
}
