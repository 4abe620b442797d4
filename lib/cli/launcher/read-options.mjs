import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LauncherError } from './launcher-error.mjs';
import { readEnvironment } from './read-env-files.mjs';

export const PROJECT_ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/**
 * @typedef {object} LaunchOptions
 * @property {boolean} help
 * @property {boolean} dev
 * @property {string} root the project
 * @property {string} dataDir absolute
 * @property {number} port
 * @property {boolean} embedded no DATABASE_URL: the database is ours
 * @property {Record<string, string>} env with the .env files
 */

/**
 * What the command line and the environment ask for.
 * @param {string[]} argv
 * @param {Record<string, string | undefined>} [processEnv]
 * @returns {LaunchOptions}
 * @throws {LauncherError} an unknown argument, a malformed PORT
 */
export function readOptions(argv, processEnv = process.env) {
  const unknown = argv.find((arg) => !['--dev', '--help', '-h'].includes(arg));
  if (unknown) {
    throw new LauncherError(`${unknown} is not an option here.`, {
      hint: 'See: npm start -- --help',
    });
  }
  const dev = argv.includes('--dev');
  const env = readEnvironment(PROJECT_ROOT, { dev, env: processEnv });
  return {
    help: argv.includes('--help') || argv.includes('-h'),
    dev,
    root: PROJECT_ROOT,
    dataDir: path.resolve(PROJECT_ROOT, env.DATA_DIR ?? '.data'),
    port: parsePort(env.PORT ?? '3000'),
    embedded: !env.DATABASE_URL,
    env,
  };
}

function parsePort(text) {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65535) return port;
  throw new LauncherError(`PORT is "${text}", which is not a number from 1 to 65535.`, {
    hint: 'For example: PORT=3001 npm start',
  });
}

export const HELP = `npm start           install, start the database, migrate, seed, build and serve
npm run dev         the same without a build, with reload
  -- --help         this text

Each step is left out when there is nothing to do. Ctrl-C stops everything.

PORT                3000
DATA_DIR            .data (database, logs, secrets; deleting it gives a new machine)
DATABASE_URL        use this PostgreSQL instead of the embedded one (application role)
DATABASE_OWNER_URL  with DATABASE_URL: the role that migrates; without it nothing is migrated
AUTH_SECRET         made and kept in DATA_DIR when absent
ROOT_DOMAIN         localhost:PORT
README.md explains the others.`;
