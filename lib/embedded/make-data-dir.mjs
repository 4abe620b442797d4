import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes a data directory with its parents. What root makes can be entered by everyone, whatever
 * the umask, since the database runs as another user; the secrets inside have modes of their own.
 * One level at a time: Node's recursive mkdir hides EROFS behind ENOENT, and never ends in /proc.
 * @param {string} dir
 * @returns {string} the absolute path
 * @throws file system errors as they are (EACCES, EROFS, ENOSPC, ENOTDIR, EEXIST for a file)
 */
export function makeDataDir(dir) {
  const full = path.resolve(dir);
  for (const missing of missingLevels(full)) {
    makeLevel(missing);
    if (process.getuid?.() === 0) chmodSync(missing, 0o755);
  }
  return full;
}

/** Outermost first; the directory itself always, so that a file in its place is an error. */
function missingLevels(full) {
  const levels = [full];
  for (let at = path.dirname(full); !existsSync(at); at = path.dirname(at)) levels.unshift(at);
  return levels.filter((level) => !isDirectory(level));
}

function makeLevel(dir) {
  try {
    mkdirSync(dir);
  } catch (error) {
    // Another start made it in the meantime.
    if (error.code !== 'EEXIST' || !isDirectory(dir)) throw error;
  }
}

function isDirectory(dir) {
  return statSync(dir, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
