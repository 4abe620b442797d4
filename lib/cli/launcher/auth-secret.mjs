import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LauncherError } from './launcher-error.mjs';

/**
 * The secret that signs sessions: the given one, else one made once and kept in
 * `<dataDir>/auth-secret` (mode 0600). A deployment with a database of its own has to name it:
 * several instances must share one.
 * @param {import('./read-options.mjs').LaunchOptions} options
 * @returns {string}
 * @throws {LauncherError}
 */
export function ensureAuthSecret({ dataDir, embedded, env }) {
  if (env.AUTH_SECRET) return env.AUTH_SECRET;
  if (!embedded && env.NODE_ENV === 'production') {
    throw new LauncherError(
      'AUTH_SECRET is not set. With NODE_ENV=production and DATABASE_URL it must be.',
      {
        hint: 'For example: AUTH_SECRET=$(openssl rand -hex 32), the same for every instance.',
      },
    );
  }
  const file = path.join(dataDir, 'auth-secret');
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (kept) return kept;
  const made = randomBytes(32).toString('hex');
  writeFileSync(`${file}.new`, `${made}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}
