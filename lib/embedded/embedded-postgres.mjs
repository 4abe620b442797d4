import path from 'node:path';
import { choosePlace } from './choose-place.mjs';
import { clusterExists, createCluster } from './create-cluster.mjs';
import { ensureCredentials } from './credentials.mjs';
import { acquireLock } from './file-lock.mjs';
import { makeDataDir } from './make-data-dir.mjs';
import { isServerProcess } from './probe-server.mjs';
import { checkBinaries } from './run-binary.mjs';
import { HOST, startOrAdopt } from './start-or-adopt.mjs';
import { stopServer } from './stop-server.mjs';

/**
 * A running embedded server.
 * @typedef {object} EmbeddedServer
 * @property {string} host
 * @property {number} port
 * @property {number} pid
 * @property {boolean} isNew the cluster was made by this call
 * @property {boolean} adopted it ran already
 * @property {import('./credentials.mjs').Credentials} credentials
 * @property {(database?: string) => string} adminUrl superuser address: never for the application
 * @property {() => boolean} isRunning
 * @property {(options?: { fastMs?: number }) => Promise<void>} stop
 * @property {() => void} kill ends it at once; the next start recovers
 */

/**
 * Starts the embedded PostgreSQL of a data directory, or adopts the one that still runs there
 * after its launcher was killed.
 * @param {object} options
 * @param {string} options.dataDir made when missing
 * @param {boolean} [options.durable] false: faster and loses rows when killed; tests and bench only
 * @param {number} [options.port] this port or none; without it the last one, else a free one
 * @param {(text: string) => void} [options.onProgress]
 * @param {AbortSignal} [options.signal]
 * @param {string} [options.nativeDir] other binaries, for tests
 * @returns {Promise<EmbeddedServer>}
 * @throws {EmbeddedPostgresError} with `hint`; file system errors (EACCES, ENOSPC) as they are
 */
export async function startEmbeddedPostgres(options) {
  const { durable = true, port = 0, onProgress = () => {}, signal, nativeDir } = options;
  const dataDir = makeDataDir(options.dataDir);
  const onWait = (pid) => onProgress(`waiting for process ${pid}, which is starting the database`);
  const release = await acquireLock(path.join(dataDir, 'postgres.lock'), { signal, onWait });
  try {
    const place = choosePlace(dataDir, nativeDir);
    const isNew = !clusterExists(place.clusterDir);
    const credentials = ensureCredentials(dataDir, { clusterExists: !isNew });
    if (isNew) {
      onProgress('creating the database');
      await checkBinaries(place);
      await createCluster(place, { password: credentials.superuser, durable, signal });
    }
    const server = await startOrAdopt({ place, dataDir, durable, port, onProgress });
    return toHandle(server, { place, isNew, credentials });
  } finally {
    release();
  }
}

/** @returns {EmbeddedServer} */
function toHandle({ pid, port, adopted }, { place, isNew, credentials }) {
  const login = `postgres:${credentials.superuser}`;
  return {
    host: HOST,
    port,
    pid,
    isNew,
    adopted,
    credentials,
    adminUrl: (database = 'postgres') => `postgres://${login}@${HOST}:${port}/${database}`,
    isRunning: () => isServerProcess(pid),
    stop: (options) => stopServer(place, options),
    kill: () => {
      if (isServerProcess(pid)) process.kill(pid, 'SIGQUIT');
    },
  };
}
