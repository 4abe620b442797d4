import { type Command, InvalidArgumentError } from 'commander';
import { createAppClient } from '../../db/client';
import { migrateDatabase } from '../../db/migrate';
import { openOwnerClient } from '../../db/owner-client';
import { setUpDatabase } from '../../db/setup-database';
import { seedDemo } from '../../demo/seed-demo';
import { seedTenants } from '../../demo/seed-tenants';
import { env, setupVariables } from '../../env';
import { takeDatabaseAddresses } from '../take-database-addresses';

/** db-setup, migrate, seed. */
export function addDatabaseCommands(program: Command): void {
  program
    .command('db-setup')
    .description('make the roles, the database and its schemas on a given server')
    .option('--admin-url <url>', 'address of a role that may create roles (or TENANTRY_ADMIN_URL)')
    .option('--database <name>', 'name of the database', 'tenantry')
    .option('--json', 'print the addresses as JSON')
    .action(runSetup);
  program.command('migrate').description('bring the database up to date').action(runMigrate);
  program
    .command('seed')
    .description('fill the database with the demo, or with made-up tenants')
    .option('--demo', 'people, ACME and Globex')
    .option('--tenants <n>', 'made-up tenants', wholeNumber)
    .option('--posts <n>', 'posts for each of them', wholeNumber, 10)
    .action(runSeed);
}

async function runSetup(options: { adminUrl?: string; database: string; json?: boolean }) {
  const given = setupVariables();
  const adminUrl = options.adminUrl ?? given.adminUrl;
  if (!adminUrl)
    throw new Error('Give --admin-url, as in postgres://postgres:password@localhost:5432/postgres');
  const addresses = await setUpDatabase({
    adminUrl,
    database: options.database,
    ownerPassword: given.ownerPassword,
    appPassword: given.appPassword,
  });
  if (options.json) return print(JSON.stringify(addresses));
  print('The roles, the database and its schemas are there. For the environment:');
  for (const [name, value] of Object.entries(addresses)) print(`${name}=${value}`);
  print('Next: npm run db:migrate');
}

async function runMigrate(options: { shared?: boolean; tenant?: boolean }) {
  await takeDatabaseAddresses();
  const url = env().DATABASE_OWNER_URL;
  if (!url) throw new Error('DATABASE_OWNER_URL is missing: migrations run as the owner role.');
  const part = options.shared === options.tenant ? 'all' : options.shared ? 'shared' : 'tenant';
  const applied = await migrateDatabase(url, (name) => print(`applied ${name}`), part);
  if (applied.length === 0) print('nothing to apply');
}

async function runSeed(options: { demo?: boolean; tenants?: number; posts: number }) {
  if (!options.demo && !options.tenants)
    throw new Error('Say what to seed: --demo, or --tenants N.');
  await takeDatabaseAddresses();
  const owner = openOwnerClient();
  const { DATABASE_URL } = env();
  try {
    if (options.demo) {
      if (!DATABASE_URL)
        throw new Error('DATABASE_URL is missing: the demo is written as the application.');
      const app = createAppClient(DATABASE_URL, { max: 2 });
      await seedDemo(owner, app, (line) => print(`seeded ${line}`));
      await app.end();
    }
    if (options.tenants) await seedTenants(owner, options.tenants, options.posts, print);
  } finally {
    await owner.end({ timeout: 5 });
  }
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,6}$/.test(value))
    throw new InvalidArgumentError('Expected a number from 1 to 9999999.');
  return Number(value);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
