import { type Command, Option } from 'commander';
import { createSuperuser } from '../../auth/create-superuser';
import { hashPassword } from '../../auth/hash-password';
import { openOwnerDb } from '../../db/owner-db';
import type { PlatformDb } from '../../db/platform-tx';
import { provisionTenant } from '../../tenancy/provisioning/provision-tenant';
import { askFor } from '../ask';
import { takeDatabaseAddresses } from '../take-database-addresses';

/** create, create-superuser. */
export function addCreateCommands(program: Command): void {
  program
    .command('create')
    .alias('createtenant')
    .description('make a tenant with its owner, who can sign in at once')
    .option('--slug <slug>', 'its name in addresses, as in acme')
    .option('--name <name>', 'what people call it')
    .option('--owner-email <email>', 'of the owner; who has an account keeps their password')
    .option('--owner-name <name>', 'of somebody new')
    .option('--owner-password <password>', 'of somebody new; made up and shown once when absent')
    .option('--domain <hostname>', 'a domain of its own')
    .addOption(
      new Option('--placement <placement>', 'where its rows are').choices(['row']).default('row'),
    )
    .option('--json', 'print what was made as JSON')
    .option('--no-input', 'ask for nothing')
    .action(runCreate);
  program
    .command('create-superuser')
    .alias('createsuperuser')
    .description('make somebody a superuser of the platform')
    .option('--email <email>', 'who has an account keeps their password')
    .option('--name <name>', 'of somebody new')
    .option('--password <password>', 'of somebody new; made up and shown once when absent')
    .option('--json', 'print who it is as JSON')
    .option('--no-input', 'ask for nothing')
    .action(runCreateSuperuser);
}

interface CreateOptions {
  slug?: string;
  name?: string;
  ownerEmail?: string;
  ownerName?: string;
  ownerPassword?: string;
  domain?: string;
  json?: boolean;
  input: boolean;
}

async function runCreate({ json, input, ...given }: CreateOptions): Promise<void> {
  const wanted = {
    ...given,
    slug: await askFor('slug', 'name in addresses, as in acme', given.slug, input),
    name: await askFor('name', 'what people call it', given.name, input),
    ownerEmail: await askFor('owner-email', 'email of the owner', given.ownerEmail, input),
  };
  const made = await onPlatform((db) => provisionTenant(db, wanted, { hashPassword }));
  const { tenant, domain, ...rest } = made;
  const answer = { ...tenant, domain: domain?.hostname, ...rest };
  if (json) return print(JSON.stringify(answer, null, 2));
  const { name, origin } = tenant;
  print(`${name} is at ${origin}`);
  print(`${made.owner.email} owns it and signs in at ${origin}/admin`);
  if (made.password) print(`password, shown this once: ${made.password}`);
  if (made.notice) print(made.notice);
}

interface SuperuserOptions {
  email?: string;
  name?: string;
  password?: string;
  json?: boolean;
  input: boolean;
}

async function runCreateSuperuser({ json, input, ...given }: SuperuserOptions): Promise<void> {
  const email = await askFor('email', 'email of the superuser', given.email, input);
  const made = await onPlatform((db) => createSuperuser(db, { ...given, email }));
  if (json) return print(JSON.stringify(made, null, 2));
  print(`${made.email} is a superuser`);
  if (made.password) print(`password, shown this once: ${made.password}`);
  if (!made.isNew) print(`${made.email} had an account already; the password stays as it is.`);
}

async function onPlatform<T>(work: (db: PlatformDb) => Promise<T>): Promise<T> {
  await takeDatabaseAddresses();
  const db = openOwnerDb();
  return work(db).finally(db.end);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
