import { spawn } from 'node:child_process';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-error.mjs';
import { USE_OWN_SERVER } from './find-binaries.mjs';

/**
 * Runs initdb, pg_ctl or postgres of a place, as its user and in a process group of its own, so
 * that a Ctrl-C in the terminal reaches the launcher only.
 * @param {import('./choose-place.mjs').Place} place
 * @param {'initdb' | 'pg_ctl' | 'postgres'} name
 * @param {string[]} args
 * @param {{ logFd?: number, signal?: AbortSignal }} [options] with `logFd` the output goes there:
 *   a server that stays behind must not hold a pipe to us
 * @returns {Promise<{ code: number, output: string }>}
 * @throws {EmbeddedPostgresError} it cannot be run here at all; the signal's reason when aborted
 */
export function runBinary(place, name, args, { logFd, signal } = {}) {
  const child = spawn(path.join(place.nativeDir, 'bin', name), args, {
    cwd: place.baseDir,
    env: serverEnvironment(),
    stdio: ['ignore', logFd ?? 'pipe', logFd ?? 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
    ...place.user,
  });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  const stop = () => child.kill('SIGTERM');
  signal?.addEventListener('abort', stop, { once: true });
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(cannotRun(name, error, place)));
    child.on('close', (code) => {
      signal?.removeEventListener('abort', stop);
      if (signal?.aborted) reject(signal.reason);
      else resolve({ code: code ?? 1, output });
    });
  });
}

/**
 * Checks that the binaries run on this machine: a build for another C library (Alpine) or a user
 * that may not start them shows here, with a cause, instead of in the middle of initdb.
 * @param {import('./choose-place.mjs').Place} place
 * @throws {EmbeddedPostgresError}
 */
export async function checkBinaries(place) {
  const { code, output } = await runBinary(place, 'initdb', ['--version']);
  if (code === 0) return;
  throw new EmbeddedPostgresError(
    `The embedded PostgreSQL does not run on this machine: ${output.trim() || `code ${code}`}`,
    USE_OWN_SERVER,
  );
}

function cannotRun(name, error, place) {
  const reasons = {
    ENOENT: 'its C library is missing; the builds need glibc, which Alpine Linux does not have',
    EACCES: `the user that runs it (uid ${place.user?.uid ?? process.getuid?.()}) may not`,
    EPERM: `changing to the user that runs it (uid ${place.user?.uid}) is not allowed here`,
    EINVAL: `the user that runs it (uid ${place.user?.uid}) does not exist in this container`,
  };
  const reason = reasons[error.code] ?? error.message;
  return new EmbeddedPostgresError(
    `The embedded PostgreSQL (${name}) cannot be started: ${reason}.`,
    USE_OWN_SERVER,
    error,
  );
}

/** PG* variables of a person's shell (PGDATA, PGPORT) must not change our server. */
function serverEnvironment() {
  const kept = Object.entries(process.env).filter(([key]) => !/^(PG|LC_|LANG)/.test(key));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}
