import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-error.mjs';
import { binariesVersion, findBinaries, hydrateSymlinks } from './find-binaries.mjs';
import { canEnter, chooseRunUser } from './run-user.mjs';

/**
 * Where a server lives and who runs it.
 * @typedef {object} Place
 * @property {string} clusterDir the database directory
 * @property {string} baseDir its parent, which the run user can enter
 * @property {string} nativeDir binaries, libraries and share
 * @property {import('./run-user.mjs').RunUser | null} user
 */

/**
 * Decides the place for a data directory. Everything stays in the data directory unless root runs
 * it behind a directory that the server's user cannot enter, as /root (trap 4): then it goes under
 * /var/tmp and `<dataDir>/location` says where. Without that file the database is a new one.
 * @param {string} dataDir exists
 * @returns {Place}
 */
export function choosePlace(dataDir, nativeDir = findBinaries()) {
  const baseDir = findBaseDir(dataDir) ?? dataDir;
  const user = chooseRunUser(path.join(baseDir, 'postgres'));
  hydrateSymlinks(nativeDir);
  const reachable = canEnter(baseDir, user) ? baseDir : makeBaseDir(dataDir, user);
  const usable =
    canEnter(path.join(nativeDir, 'bin'), user) && canEnter(path.join(nativeDir, 'lib'), user);
  return {
    clusterDir: path.join(reachable, 'postgres'),
    baseDir: reachable,
    nativeDir: usable ? nativeDir : copyBinaries(nativeDir, reachable, user),
    user,
  };
}

/**
 * The directory that holds the cluster of a data directory, null when `location` names one that is
 * no longer there.
 * @param {string} dataDir
 */
export function findBaseDir(dataDir) {
  const file = path.join(dataDir, 'location');
  if (!existsSync(file)) return dataDir;
  const baseDir = readFileSync(file, 'utf8').trim();
  return path.isAbsolute(baseDir) && existsSync(baseDir) ? baseDir : null;
}

/** Gives a file or directory to the server's user; nothing to do where we are that user. */
export function giveTo(user, file) {
  if (user) lchownSync(file, user.uid, user.gid);
}

/**
 * Writes a file for the server's user. Always a new file: root must not follow a link that this
 * user may have put there.
 */
export function writeFor(user, file, body, mode = 0o644) {
  rmSync(file, { force: true });
  writeFileSync(file, body, { flag: 'wx', mode });
  giveTo(user, file);
}

function makeBaseDir(dataDir, user) {
  const parent = ['/var/tmp', tmpdir()].find((dir) => existsSync(dir) && canEnter(dir, user));
  if (!parent) {
    throw new EmbeddedPostgresError(
      `The user that runs PostgreSQL (uid ${user.uid}) cannot enter ${dataDir} or /var/tmp.`,
      'Set DATA_DIR to a directory that every user may enter, for example DATA_DIR=/srv/tenantry.',
    );
  }
  const baseDir = mkdtempSync(path.join(parent, 'tenantry-'));
  giveTo(user, baseDir);
  const file = path.join(dataDir, 'location');
  writeFileSync(`${file}.new`, `${baseDir}\n`);
  renameSync(`${file}.new`, file);
  return baseDir;
}

function copyBinaries(nativeDir, baseDir, user) {
  // A data directory can be open to everyone while node_modules is not: copy beside the cluster.
  const home = path.join(baseDir, `binaries-${binariesVersion(nativeDir)}`);
  if (existsSync(home)) return path.join(home, 'native');
  const draft = `${home}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  cpSync(nativeDir, path.join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  openToUser(draft, user);
  renameSync(draft, home);
  return path.join(home, 'native');
}

function openToUser(entry, user) {
  giveTo(user, entry);
  chmodSync(entry, 0o755);
  for (const item of readdirSync(entry, { withFileTypes: true })) {
    const full = path.join(entry, item.name);
    if (item.isDirectory()) openToUser(full, user);
    else giveTo(user, full);
  }
}
