import { spawnSync } from 'node:child_process';
import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-error.mjs';
import { USE_OWN_SERVER } from './find-binaries.mjs';

/** @typedef {{ uid: number, gid: number }} RunUser */

/**
 * Who runs the server. PostgreSQL refuses to run as root, so root becomes the owner of an existing
 * cluster, else the user `postgres`, else `nobody` (trap 2). Everyone else runs it directly.
 * @param {string} clusterDir may not exist yet
 * @returns {RunUser | null} null: as ourselves
 * @throws {EmbeddedPostgresError} root on a machine with neither user
 */
export function chooseRunUser(clusterDir) {
  if (process.getuid?.() !== 0) return null;
  const owner = ownerOf(clusterDir);
  if (owner && owner.uid !== 0) return owner;
  const user = lookUp('postgres') ?? lookUp('nobody');
  if (user) return user;
  throw new EmbeddedPostgresError(
    'PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody.',
    `Run as an ordinary user. Or: ${USE_OWN_SERVER}`,
  );
}

/**
 * Whether that user can enter a directory, which needs every parent to let it pass (trap 4). Reads
 * the mode bits only; an access list may allow more, which costs no more than a needless copy.
 * @param {string} dir must exist
 * @param {RunUser | null} user
 */
export function canEnter(dir, user) {
  if (!user) return true;
  // Behind a symbolic link, both ways have to be open.
  return [path.resolve(dir), realpathSync(dir)].every((full) =>
    parentsOf(full).every((at) => hasExecuteBit(at, user)),
  );
}

function parentsOf(dir) {
  return dir === path.dirname(dir) ? [dir] : [dir, ...parentsOf(path.dirname(dir))];
}

function hasExecuteBit(dir, user) {
  const stat = statSync(dir);
  if (stat.uid === user.uid) return Boolean(stat.mode & 0o100);
  if (stat.gid === user.gid) return Boolean(stat.mode & 0o010);
  return Boolean(stat.mode & 0o001);
}

function ownerOf(dir) {
  try {
    const { uid, gid } = statSync(dir);
    return { uid, gid };
  } catch {
    return null;
  }
}

function lookUp(name) {
  const ask = (flag) => spawnSync('id', [flag, name], { encoding: 'utf8' });
  const [uid, gid] = [ask('-u'), ask('-g')];
  if (uid.status !== 0 || gid.status !== 0) return null;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}
