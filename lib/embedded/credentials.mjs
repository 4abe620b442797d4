import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-error.mjs';

/** @typedef {{ superuser: string, owner: string, app: string }} Credentials one password each */

/**
 * The passwords of the embedded server's three roles (postgres, tenantry_owner, tenantry_app),
 * made once and kept in `<dataDir>/credentials.json`, mode 0600.
 * @param {string} dataDir
 * @param {{ clusterExists: boolean }} options
 * @returns {Credentials}
 * @throws {EmbeddedPostgresError} the file is gone or damaged while the database it opens exists
 */
export function ensureCredentials(dataDir, { clusterExists }) {
  const kept = readCredentials(dataDir);
  if (kept) return kept;
  const file = path.join(dataDir, 'credentials.json');
  if (clusterExists) {
    throw new EmbeddedPostgresError(
      `The embedded database exists, but its passwords in ${file} are missing or damaged.`,
      `Put the file back, or delete ${dataDir} to begin with an empty database.`,
    );
  }
  const made = { superuser: password(), owner: password(), app: password() };
  writeFileSync(`${file}.new`, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}

/**
 * @param {string} dataDir
 * @returns {Credentials | null}
 */
export function readCredentials(dataDir) {
  const file = path.join(dataDir, 'credentials.json');
  if (!existsSync(file)) return null;
  let value;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
  const complete = [value?.superuser, value?.owner, value?.app].every(
    (text) => typeof text === 'string',
  );
  return complete ? value : null;
}

/** Letters, digits, - and _ only: it stands in addresses without encoding. */
function password() {
  return randomBytes(24).toString('base64url');
}
