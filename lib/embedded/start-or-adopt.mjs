import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkVersion } from './create-cluster.mjs';
import { EmbeddedPostgresError } from './embedded-error.mjs';
import { findFreePort, tryPort } from './free-port.mjs';
import { inspectServer } from './probe-server.mjs';
import { runBinary } from './run-binary.mjs';
import { lastPort, writeSettings } from './server-settings.mjs';

export const HOST = '127.0.0.1';
const START_SECONDS = 60;
const LARGEST_LOG = 10_000_000;

/**
 * @typedef {object} StartOptions
 * @property {import('./choose-place.mjs').Place} place with an existing cluster
 * @property {string} dataDir holds postgres.log
 * @property {boolean} durable
 * @property {number} port 0: the last one, else a free one
 * @property {(text: string) => void} onProgress
 */

/**
 * Brings the server of a cluster to "ready": adopts a running one, waits for one that starts or
 * stops, clears what a killed one left (traps 1 and 8), takes another port when its own is taken
 * (trap 10).
 * @param {StartOptions} options
 * @returns {Promise<{ pid: number, port: number, adopted: boolean }>}
 * @throws {EmbeddedPostgresError} with the end of the server's log
 */
export async function startOrAdopt(options) {
  const { place, dataDir, port } = options;
  const deadline = Date.now() + START_SECONDS * 1000;
  let wanted = port || lastPort(place.clusterDir);
  for (let failures = 0; ; await sleep(150)) {
    const found = await inspectServer(place.clusterDir);
    if (found.state === 'running') return { ...found, adopted: failures === 0 };
    if (Date.now() > deadline) throw neverReady(place, dataDir);
    if (found.state === 'busy') continue;
    if (found.state === 'leftover') removeLeftover(place);
    if (port && !(await tryPort(port))) throw portTaken(port);
    const started = await tryStart(options, await findFreePort(wanted));
    if (started.server) return { ...started.server, adopted: false };
    failures += 1;
    if (failures >= 5 || !started.retry) throw startFailed(started.output, dataDir);
    wanted = port;
  }
}

/** PostgreSQL also checks its shared memory, so this cannot let a second server in. */
function removeLeftover(place) {
  rmSync(path.join(place.clusterDir, 'postmaster.pid'), { force: true });
}

async function tryStart({ place, dataDir, durable, onProgress }, port) {
  onProgress(`starting PostgreSQL on ${HOST}:${port}`);
  await checkVersion(place);
  writeSettings(place, { port, durable });
  // The log is handed over open: the server's user may be unable to enter the data directory.
  const log = openLog(path.join(dataDir, 'postgres.log'));
  try {
    const args = ['start', '-D', place.clusterDir, '-w', '-t', String(START_SECONDS)];
    const { code } = await runBinary(place, 'pg_ctl', args, { logFd: log.fd });
    const found = await inspectServer(place.clusterDir);
    if (code === 0 && found.state === 'running') return { server: found };
  } finally {
    closeSync(log.fd);
  }
  const output = readFileSync(log.file).subarray(log.from).toString();
  const retry = /could not bind|in use|postmaster\.pid|shared memory block/i.test(output);
  return { output, retry };
}

function openLog(file) {
  if (existsSync(file) && statSync(file).size > LARGEST_LOG) renameSync(file, `${file}.1`);
  const fd = openSync(file, 'a', 0o600);
  return { file, fd, from: statSync(file).size };
}

function startFailed(output, dataDir) {
  const end = output.trim().split('\n').slice(-8).join('\n');
  if (/No space left on device/.test(output)) {
    const hint = `Make room on the disk of DATA_DIR (${dataDir}) and start again; the data is kept.`;
    return new EmbeddedPostgresError('The disk is full: PostgreSQL cannot write.', hint);
  }
  const hint = `The whole log is ${path.join(dataDir, 'postgres.log')}.`;
  return new EmbeddedPostgresError(`PostgreSQL did not start:\n${end}`, hint);
}

function neverReady(place, dataDir) {
  return new EmbeddedPostgresError(
    `A PostgreSQL process of ${place.clusterDir} neither becomes ready nor ends.`,
    `Look into ${path.join(dataDir, 'postgres.log')}; end that process, then start again.`,
  );
}

function portTaken(port) {
  return new EmbeddedPostgresError(`Port ${port} of the database is taken by another program.`);
}
