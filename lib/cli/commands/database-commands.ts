import type { Command } from 'commander';
import { setUpDatabase } from '../../db/setup-database';
import { setupVariables } from '../../env';
import { example } from '../example';
import { print, printOnce } from '../output/print';

/** db-setup. */
export function addDatabaseCommands(program: Command): void {
  const command = program
    .command('db-setup')
    .description('make the roles, the database and its schemas on a given server')
    .option('--admin-url <url>', 'address of a role that may create roles (or TENANTRY_ADMIN_URL)')
    .option('--database <name>', 'name of the database', 'tenantry')
    .option('--json', 'print the addresses as JSON')
    .action(runSetup);
  example(command, 'db-setup --admin-url postgres://postgres:password@localhost:5432/postgres');
}

/** The only command that shows whole addresses: it makes them. */
async function runSetup(options: { adminUrl?: string; database: string; json?: boolean }) {
  const given = setupVariables();
  const adminUrl = options.adminUrl ?? given.adminUrl;
  if (!adminUrl)
    throw new Error('Give --admin-url, as in postgres://postgres:…@localhost:5432/postgres');
  const addresses = await setUpDatabase({
    adminUrl,
    database: options.database,
    ownerPassword: given.ownerPassword,
    appPassword: given.appPassword,
  });
  if (options.json) return printOnce(JSON.stringify(addresses));
  print('The roles, the database and its schemas are there. For the environment:');
  for (const [name, value] of Object.entries(addresses)) printOnce(`${name}=${value}`);
  print('Next: npm run db:migrate');
}
