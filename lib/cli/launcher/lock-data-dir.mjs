import path from 'node:path';
import { acquireLock, LockHeldError } from '../../embedded/file-lock.mjs';
import { LauncherError } from './launcher-error.mjs';

/**
 * One launcher per data directory: the first one to stop would take the database from the other.
 * @param {string} dataDir
 * @returns {Promise<() => void>} gives it back
 * @throws {LauncherError}
 */
export async function lockDataDir(dataDir) {
  try {
    return await acquireLock(path.join(dataDir, 'launcher.lock'), { timeoutMs: 0 });
  } catch (error) {
    if (!(error instanceof LockHeldError)) throw error;
    const message = `DATA_DIR (${dataDir}) is in use: process ${error.pid} runs npm start on it.`;
    const example = 'PORT=3001 DATA_DIR=.data-2 npm start';
    throw new LauncherError(message, {
      hint: `Stop that one, or give this one its own: ${example}`,
    });
  }
}
