import path from 'node:path';
import { findBaseDir } from './choose-place.mjs';
import { readCredentials } from './credentials.mjs';
import { inspectServer } from './probe-server.mjs';

/**
 * The addresses of a running embedded database, for commands that are run beside `npm start`.
 * @param {string} dataDir
 * @param {string} [database]
 * @returns {Promise<{ DATABASE_URL: string, DATABASE_OWNER_URL: string } | null>} null: not running
 */
export async function readEmbeddedUrls(dataDir, database = 'tenantry') {
  const credentials = readCredentials(dataDir);
  const baseDir = findBaseDir(dataDir);
  if (!credentials || !baseDir) return null;
  const server = await inspectServer(path.join(baseDir, 'postgres'));
  if (server.state !== 'running') return null;
  const url = (role, password) =>
    `postgres://${role}:${password}@127.0.0.1:${server.port}/${database}`;
  return {
    DATABASE_URL: url('tenantry_app', credentials.app),
    DATABASE_OWNER_URL: url('tenantry_owner', credentials.owner),
  };
}
