import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withProjectLock } from './project-lock.mjs';
import { runChild } from './run-child.mjs';

/**
 * Installs the packages of package-lock.json when node_modules is missing, incomplete, of another
 * lockfile or of another platform.
 * @param {object} options
 * @param {string} options.root
 * @param {Record<string, string>} options.env
 * @param {AbortSignal} options.signal
 * @param {import('./progress.mjs').Progress} options.progress
 * @param {typeof runChild} [options.run] for tests
 * @returns {Promise<boolean>} whether it installed
 */
export async function installPackages({ root, env, signal, progress, run = runChild }) {
  if (isInstalled(root)) return false;
  return withProjectLock({ root, name: 'install', signal, progress }, async () => {
    if (isInstalled(root)) return false;
    const { NODE_ENV: _, ...clean } = env;
    await progress.step('Installing packages', () =>
      run({
        what: 'npm ci',
        ...npmCommand(env),
        cwd: root,
        env: clean,
        signal,
        onLine: (line) => progress.say(line),
        hint: 'Check the network and the registry (npm config get registry), then run it again.',
      }),
    );
    writeStamp(root);
    return true;
  });
}

/**
 * Whether node_modules holds what package-lock.json asks for. Compared by content: a git checkout
 * makes new times for old files.
 * @param {string} root
 */
export function isInstalled(root) {
  const modules = path.join(root, 'node_modules');
  if (!existsSync(path.join(modules, '.package-lock.json'))) return false;
  if (readIfThere(stampFile(root)) === stampOf(root)) return true;
  if (!holdsEverything(root)) return false;
  writeStamp(root);
  return true;
}

/** npm writes its hidden lockfile last, so an interrupted install has none. */
function holdsEverything(root) {
  const wanted = readJson(path.join(root, 'package-lock.json')).packages ?? {};
  const present = readJson(path.join(root, 'node_modules', '.package-lock.json')).packages ?? {};
  return Object.entries(wanted).every(([place, { version, optional, devOptional, link }]) => {
    if (place === '' || link) return true;
    const found = present[place];
    return found ? found.version === version : Boolean(optional || devOptional);
  });
}

function npmCommand(env) {
  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const cli = env.npm_execpath ?? '';
  if (/npm-cli\.[cm]?js$/.test(cli) && existsSync(cli)) {
    return { command: process.execPath, args: [cli, ...args] };
  }
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args };
}

function stampFile(root) {
  return path.join(root, 'node_modules', '.tenantry-install');
}

function stampOf(root) {
  const hash = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json')));
  return `${hash.digest('hex')} ${process.platform} ${process.arch}\n`;
}

/** Only saves time: a node_modules that cannot be written is compared again at the next start. */
function writeStamp(root) {
  try {
    writeFileSync(stampFile(root), stampOf(root));
  } catch (error) {
    if (!['EACCES', 'EROFS', 'EPERM'].includes(error.code)) throw error;
  }
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
