import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../embedded/embedded-postgres.mjs';
import { LauncherError } from './launcher-error.mjs';
import { runChild } from './run-child.mjs';

/**
 * @typedef {object} PreparedDatabase
 * @property {string} url for the application role
 * @property {import('../../embedded/embedded-postgres.mjs').EmbeddedServer | null} server
 * @property {boolean} demo whether the demo is in it
 */

/**
 * @typedef {object} DatabaseOptions
 * @property {string} root
 * @property {string} dataDir
 * @property {boolean} embedded
 * @property {Record<string, string>} env
 * @property {AbortSignal} signal
 * @property {import('./progress.mjs').Progress} progress
 * @property {(server: import('../../embedded/embedded-postgres.mjs').EmbeddedServer) => void} onServer
 *   told as soon as there is something to stop
 * @property {typeof runChild} [run] for tests
 */

/**
 * Brings the database to the state that the application needs. A given one (DATABASE_URL) is only
 * migrated, and only with DATABASE_OWNER_URL; nothing embedded is touched.
 * @param {DatabaseOptions} options
 * @returns {Promise<PreparedDatabase>}
 */
export async function prepareDatabase(options) {
  return options.embedded ? prepareEmbedded(options) : prepareGiven(options);
}

async function prepareGiven({ env, progress, ...options }) {
  if (env.DATABASE_OWNER_URL) await migrate({ env, progress, ...options });
  else progress.say('DATABASE_OWNER_URL is not set: migrations are not applied.');
  return { url: env.DATABASE_URL, server: null, demo: false };
}

async function prepareEmbedded({ env, ...options }) {
  const { dataDir, signal, progress, onServer } = options;
  const server = await progress.step('Starting the database', () =>
    startEmbeddedPostgres({ dataDir, signal, onProgress: progress.say }),
  );
  onServer(server);
  signal.throwIfAborted();
  const seeded = path.join(dataDir, 'seeded');
  if (server.isNew) rmSync(seeded, { force: true });
  if (server.adopted) progress.say('It ran already, left by a start that was killed.');
  const urls = await setUp({ server, env, ...options });
  const owner = { ...env, ...urls };
  await migrate({ env: owner, ...options });
  if (!existsSync(seeded)) {
    await seed({ env: owner, ...options });
    // Written last: an interrupted first start seeds again, which changes nothing that is there.
    writeFileSync(seeded, `${new Date().toISOString()}\n`);
  }
  return { url: urls.DATABASE_URL, server, demo: true };
}

async function setUp({ server, env, ...options }) {
  const answer = await runCli({
    ...options,
    label: 'Setting up roles',
    args: ['db-setup', '--database', 'tenantry', '--json'],
    // Not on the command line, which every user of the machine can read.
    env: {
      ...env,
      TENANTRY_ADMIN_URL: server.adminUrl(),
      TENANTRY_OWNER_PASSWORD: server.credentials.owner,
      TENANTRY_APP_PASSWORD: server.credentials.app,
    },
    quiet: true,
  });
  const urls = lastJson(answer);
  if (urls?.DATABASE_URL && urls?.DATABASE_OWNER_URL) return urls;
  throw new LauncherError('db-setup did not answer with the addresses of the database.');
}

function migrate(options) {
  return runCli({ ...options, label: 'Migrating', args: ['migrate'] });
}

function seed(options) {
  return runCli({ ...options, label: 'Seeding the demo', args: ['seed', '--demo'] });
}

function runCli({ root, env, signal, progress, label, args, quiet = false, run = runChild }) {
  const node = ['--conditions=react-server', '--import', 'tsx', 'lib/cli/index.ts'];
  return progress.step(label, () =>
    run({
      what: args[0],
      command: process.execPath,
      args: [...node, ...args],
      cwd: root,
      env,
      signal,
      onLine: quiet ? undefined : progress.say,
      hint: 'Nothing was lost: run it again once the cause is mended.',
    }),
  );
}

function lastJson(text) {
  const line = text
    .trim()
    .split('\n')
    .findLast((part) => part.startsWith('{'));
  try {
    return JSON.parse(line ?? '');
  } catch {
    return null;
  }
}
