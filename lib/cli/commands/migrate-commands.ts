import { type Command, Option } from 'commander';
import { listMigrations, listPending, migrateDatabase } from '../../db/migrate';
import { openOwnerDb } from '../../db/owner-db';
import { env } from '../../env';
import { example } from '../example';
import { findNamedTenant } from '../find-tenant';
import type { Format } from '../output/format-rows';
import { print, printJson, printRows } from '../output/print';
import { takeDatabaseAddresses } from '../take-database-addresses';
import { withOwner } from '../with-owner';

/** migrate, migrations. */
export function addMigrateCommands(program: Command): void {
  const migrate = program
    .command('migrate')
    .description('bring the database up to date; tenants of the shared schema go together')
    .option('--tenant <name>', 'so that this tenant is up to date')
    .option('--all', 'every tenant (default)')
    .option('--plan', 'show what would be applied, and apply nothing')
    .option('--json', 'print what was applied as JSON')
    .option('--no-input', 'nothing is asked in any case')
    .addOption(new Option('--parallel <n>').hideHelp())
    .addOption(new Option('--continue').hideHelp())
    .addOption(new Option('--resume').hideHelp())
    .action(runMigrate);
  example(migrate, 'migrate --plan', 'migrate --tenant acme');
  const list = program
    .command('migrations')
    .description('list the migrations of this release, and which are applied')
    .option('--tenant <name>', 'as they concern this tenant')
    .option('--plan', 'show what would be applied')
    .addOption(new Option('--format <format>').choices(['table', 'json', 'csv']).default('table'))
    .option('--json', 'the same as --format json')
    .action(runMigrations);
  example(list, 'migrations --tenant acme --plan');
}

interface Options {
  tenant?: string;
  all?: boolean;
  plan?: boolean;
  json?: boolean;
  format?: Format;
  parallel?: string;
  continue?: boolean;
  resume?: boolean;
}

async function runMigrate(options: Options, command: Command) {
  refuseLater(options, command);
  if (options.tenant && options.all) {
    command.error('error: give --tenant or --all, not both', { exitCode: 2 });
  }
  await takeDatabaseAddresses();
  const slug = await slugOf(options.tenant);
  if (options.plan) return showPlan(slug, options.json);
  const url = env().DATABASE_OWNER_URL;
  if (!url) throw new Error('DATABASE_OWNER_URL is missing: migrations run as the owner role.');
  const told = options.json ? () => {} : (name: string) => print(`applied ${name}`);
  const applied = await migrateDatabase(url, told);
  if (options.json) return printJson({ tenant: slug, applied });
  if (applied.length === 0) print('nothing to apply');
}

async function runMigrations({ tenant, plan, json, format = 'table' }: Options) {
  await takeDatabaseAddresses();
  const slug = await slugOf(tenant);
  if (plan) return showPlan(slug, json || format === 'json');
  const known = await withOwner((owner) => listMigrations(owner));
  const rows = known.map(({ name, isApplied }) => ({
    migration: name,
    state: isApplied ? 'applied' : 'pending',
  }));
  printRows(rows, json ? 'json' : format);
}

/** In the words of django-omnitenant (N3), one line for each migration. */
async function showPlan(slug: string | null, json = false) {
  const planned = await withOwner((owner) => listPending(owner));
  if (json) return printJson({ tenant: slug, planned });
  print(`Planned operations for ${slug ? `tenant '${slug}'` : 'the shared schema'}:`);
  for (const name of planned) print(`  ${name}`);
  if (planned.length === 0) print('  nothing to apply');
}

/** @throws TenantNotFound */
async function slugOf(named: string | undefined): Promise<string | null> {
  if (!named) return null;
  const db = openOwnerDb();
  return (await findNamedTenant(db, named).finally(db.end)).slug;
}

/** What makes no difference may not look as if it did. */
function refuseLater(options: Options, command: Command): void {
  for (const name of ['parallel', 'continue', 'resume'] as const) {
    if (options[name] === undefined) continue;
    command.error(
      `error: --${name} is for tenants with a schema or a database of their own. Every tenant of ` +
        'this release is in the shared schema, which is migrated once for all of them.',
      { exitCode: 2 },
    );
  }
}
