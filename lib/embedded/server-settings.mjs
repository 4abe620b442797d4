import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeFor } from './choose-place.mjs';

const FILE = 'tenantry.conf';

/**
 * Writes our settings beside postgresql.conf, which includes them last: initdb's own findings
 * (shared memory kind) stay, and ours follow the code on every start.
 * @param {import('./choose-place.mjs').Place} place
 * @param {{ port: number, durable: boolean }} options
 */
export function writeSettings(place, { port, durable }) {
  const file = path.join(place.clusterDir, FILE);
  const lines = Object.entries({ ...SETTINGS, ...(durable ? {} : FOR_TESTS), port });
  writeFor(place.user, file, lines.map(([name, value]) => `${name} = ${value}\n`).join(''));
}

/** Run once in a new cluster. */
export function includeSettings(clusterDir) {
  appendFileSync(path.join(clusterDir, 'postgresql.conf'), `\ninclude_if_exists = '${FILE}'\n`);
}

/**
 * The port of the last start, so that an address noted by a person stays good.
 * @param {string} clusterDir
 * @returns {number} 0 when there was none
 */
export function lastPort(clusterDir) {
  const file = path.join(clusterDir, FILE);
  if (!existsSync(file)) return 0;
  return Number(/^port = (\d+)$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? 0);
}

/** Small on purpose: this server shares a laptop with a browser and a compiler. */
const SETTINGS = {
  listen_addresses: "'127.0.0.1'",
  // TCP only (trap 6): a socket file in /tmp would be shared by every checkout.
  unix_socket_directories: "''",
  max_connections: 100,
  shared_buffers: "'64MB'",
  work_mem: "'8MB'",
  maintenance_work_mem: "'64MB'",
  effective_cache_size: "'512MB'",
  max_wal_size: "'512MB'",
  jit: 'off',
  huge_pages: 'off',
  timezone: "'UTC'",
  log_timezone: "'UTC'",
  log_line_prefix: "'%m [%p] '",
  log_checkpoints: 'off',
};

/** A killed server may lose rows with these (trap 11). */
const FOR_TESTS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
