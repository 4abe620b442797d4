import { accessSync, constants, existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeDataDir } from '../../embedded/make-data-dir.mjs';
import { LauncherError } from './launcher-error.mjs';

/**
 * Makes the data directory and makes sure that this user can write it and read what is in it.
 * @param {string} dataDir absolute
 * @throws {LauncherError} names DATA_DIR, the path, the fault and an example
 */
export function checkDataDir(dataDir) {
  try {
    makeDataDir(dataDir);
    const probe = path.join(dataDir, `.write-test-${process.pid}`);
    writeFileSync(probe, 'x');
    rmSync(probe);
    for (const name of ['credentials.json', 'auth-secret', 'postgres.log'])
      checkReadable(dataDir, name);
    checkCluster(path.join(dataDir, 'postgres'));
  } catch (error) {
    if (error instanceof LauncherError) throw error;
    throw cannotWrite(dataDir, error);
  }
}

function checkReadable(dataDir, name) {
  const file = path.join(dataDir, name);
  if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
}

/** A cluster belongs to one user; only root can change to that one. */
function checkCluster(dir) {
  const uid = process.getuid?.();
  if (!uid || !existsSync(dir) || statSync(dir).uid === uid) return;
  throw new LauncherError(
    `The database in ${dir} belongs to uid ${statSync(dir).uid}, and this process is uid ${uid}.`,
    { hint: `Run as the user that made it (root can, too), or ${elsewhere()}` },
  );
}

function cannotWrite(dataDir, error) {
  const reason = FAULTS[error.code] ?? error.message;
  const at =
    error.path && error.path !== dataDir && !error.path.includes('.write-test')
      ? ` (${error.path})`
      : '';
  return new LauncherError(
    `DATA_DIR (${dataDir}) cannot be used: ${reason}${at}.${ownership(dataDir)}`,
    {
      hint:
        error.code === 'ENOSPC'
          ? `Make room, or ${elsewhere()}`
          : `Change its owner, or ${elsewhere()}`,
      cause: error,
    },
  );
}

function ownership(dataDir) {
  const uid = process.getuid?.();
  if (uid === undefined || !existsSync(dataDir)) return '';
  const owner = statSync(dataDir).uid;
  return owner === uid ? '' : ` It belongs to uid ${owner}, and this process is uid ${uid}.`;
}

function elsewhere() {
  return 'set DATA_DIR to a directory that you can write, for example: DATA_DIR=/tmp/tenantry npm start';
}

const FAULTS = {
  EACCES: 'permission denied (EACCES)',
  EPERM: 'not permitted (EPERM)',
  EROFS: 'the file system is read-only (EROFS)',
  ENOSPC: 'the disk is full (ENOSPC)',
  EDQUOT: 'the disk quota is used up (EDQUOT)',
  ENOTDIR: 'a part of the path is a file (ENOTDIR)',
  EEXIST: 'it is a file, not a directory (EEXIST)',
  ENOENT: 'it cannot be made there (ENOENT)',
};
