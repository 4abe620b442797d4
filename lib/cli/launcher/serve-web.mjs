import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LauncherError } from './launcher-error.mjs';
import { signalGroup } from './run-child.mjs';

const END_WITH_PARENT = fileURLToPath(new URL('./end-with-parent.mjs', import.meta.url));
const KILL_AFTER_MS = 5_000;

/**
 * @typedef {object} WebProcess
 * @property {Promise<string>} ended how it ended, as in "code 1"
 * @property {() => Promise<void>} stop SIGTERM, after 5 s SIGKILL, to the whole group
 * @property {() => void} kill
 */

/**
 * Starts `next start` (or `next dev`). It listens on every address: with -H 127.0.0.1 Next would
 * proxy every rewrite to itself.
 * @param {object} options
 * @param {string} options.root
 * @param {boolean} options.dev
 * @param {number} options.port
 * @param {Record<string, string>} options.env
 * @returns {WebProcess}
 */
export function startWeb({ root, dev, port, env }) {
  const next = path.join(root, 'node_modules/next/dist/bin/next');
  const preload = new URL(`file://${END_WITH_PARENT}`).href;
  const args = ['--import', preload, next, dev ? 'dev' : 'start', '-p', String(port)];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...env, TENANTRY_LAUNCHER: String(process.pid) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `code ${code}`));
  });
  const kill = () => signalGroup(child, 'SIGKILL');
  const stop = async () => {
    const timer = setTimeout(kill, KILL_AFTER_MS);
    if (child.exitCode === null && child.signalCode === null) signalGroup(child, 'SIGTERM');
    await ended;
    clearTimeout(timer);
    kill();
  };
  return { ended, stop, kill };
}

/**
 * What the web process gets: the application role and never the owner of the tables, so that code
 * in it cannot leave row-level security even by mistake.
 * @param {Record<string, string>} env
 * @param {{ url: string, secret: string, dataDir: string, port: number, embedded: boolean }} values
 */
export function webEnvironment(env, { url, secret, dataDir, port, embedded }) {
  const { DATABASE_OWNER_URL: _o, NODE_ENV: _n, ...rest } = env;
  const kept = Object.entries(rest).filter(([name]) => !/^TENANTRY_.*(PASSWORD|URL)$/.test(name));
  return {
    NEXT_TELEMETRY_DISABLED: '1',
    LOG_FILE: path.join(dataDir, 'debug.log'),
    ...Object.fromEntries(kept),
    DATABASE_URL: url,
    // Next reads the .env files as well: an empty value here keeps the owner's address out.
    DATABASE_OWNER_URL: '',
    AUTH_SECRET: secret,
    DATA_DIR: dataDir,
    PORT: String(port),
    // Decides whether mails that were not sent can be read in the browser.
    TENANTRY_EMBEDDED_DATABASE: embedded ? '1' : '',
  };
}

/** @returns {never} */
export function webEnded(how) {
  throw new LauncherError(`The web process ended by itself (${how}).`, {
    hint: 'Its last lines are above; the whole log is debug.log in DATA_DIR.',
  });
}
