import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes a data directory with its parents. What root makes can be entered by everyone, whatever
 * the umask, since the database runs as another user; the secrets inside have modes of their own.
 * @param {string} dir
 * @returns {string} the absolute path
 * @throws file system errors as they are (EACCES, EROFS, ENOSPC, ENOTDIR, ...)
 */
export function makeDataDir(dir) {
  const full = path.resolve(dir);
  const first = mkdirSync(full, { recursive: true });
  if (!first || process.getuid?.() !== 0) return full;
  for (let at = full; at.length >= first.length; at = path.dirname(at)) chmodSync(at, 0o755);
  return full;
}
