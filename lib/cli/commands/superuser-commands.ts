import type { Command } from 'commander';
import { type CreatedSuperuser, createSuperuser } from '../../auth/create-superuser';
import { hashPassword } from '../../auth/hash-password';
import type { PlatformDb } from '../../db/platform-tx';
import { makeTenantSuperuser } from '../../tenancy/people/make-tenant-superuser';
import { emailFault } from '../../tenancy/provisioning/new-tenant';
import { homeUrlOf } from '../../tenancy/tenant-address';
import { askFor } from '../ask/ask-for';
import { example } from '../example';
import { findNamedTenant } from '../find-tenant';
import { onPlatform } from '../on-platform';
import { print, printOnce } from '../output/print';
import { requireRootHost } from '../require-root-host';

/** create-superuser, create-public, create-tenant-superuser. */
export function addSuperuserCommands(program: Command): void {
  const add = (verb: string, description: string) =>
    program
      .command(verb)
      .description(description)
      .option('--name <name>', 'of somebody new')
      .option('--password <password>', 'of somebody new; made up and shown once when absent')
      .option('--json', 'print who it is as JSON')
      .option('--no-input', 'ask for nothing');
  example(
    add('create-superuser', 'make somebody a superuser of the platform')
      .option('--email <email>', 'who has an account keeps their password')
      .action(runCreateSuperuser),
    'create-superuser --email root@example.com',
  );
  example(
    add('create-public', 'give the root host its owner, the first superuser of the platform')
      .option('--owner-email <email>', 'who has an account keeps their password')
      .option('--domain <hostname>', 'the root host, to be sure it is the one you mean')
      .action(runCreatePublic),
    'create-public --owner-email root@example.com',
  );
  example(
    add('create-tenant-superuser', 'let somebody do everything in one tenant')
      .requiredOption('--tenant <name>', 'its slug or id')
      .option('--email <email>', 'who has an account keeps their password')
      .action(runCreateTenantSuperuser),
    'create-tenant-superuser --tenant acme --email eve@example.com',
  );
}

interface Given {
  email?: string;
  ownerEmail?: string;
  name?: string;
  password?: string;
  domain?: string;
  json?: boolean;
  input: boolean;
}

type Made = Omit<CreatedSuperuser, 'id'> & { id: string };

const ask = (option: string, given: string | undefined, mayAsk: boolean) =>
  askFor(option, 'email of the superuser', given, mayAsk, { fault: emailFault });

async function runCreateSuperuser({ json, input, ...given }: Given): Promise<void> {
  const email = await ask('email', given.email, input);
  await tell(`is a superuser`, json, (db) => createSuperuser(db, { ...given, email }));
}

/** Running it again changes nothing (S4.20). */
async function runCreatePublic({ json, input, domain, ...given }: Given): Promise<void> {
  const origin = requireRootHost(domain);
  const email = await ask('owner-email', given.ownerEmail, input);
  if (!json) print(`the platform is at ${origin}`);
  await tell(
    `is a superuser and signs in at ${origin}/admin`,
    json,
    (db) => createSuperuser(db, { ...given, email }),
    { origin },
  );
}

async function runCreateTenantSuperuser(options: Given & { tenant: string }): Promise<void> {
  const { json, input, tenant: named, ...given } = options;
  const email = await ask('email', given.email, input);
  let slug = named;
  const verb = async (db: PlatformDb) => {
    const tenant = await findNamedTenant(db, named);
    slug = tenant.slug;
    return makeTenantSuperuser(db, tenant.id, { ...given, email }, { hashPassword });
  };
  await tell(() => `may do everything in ${slug}, at ${homeUrlOf(slug)}/admin`, json, verb);
}

async function tell(
  what: string | (() => string),
  json: boolean | undefined,
  verb: (db: PlatformDb) => Promise<Made>,
  more: object = {},
): Promise<void> {
  const made = await onPlatform(verb);
  if (json) return printOnce(JSON.stringify({ ...more, ...made }, null, 2));
  print(`${made.email} ${typeof what === 'string' ? what : what()}`);
  if (made.password) printOnce(`password, shown this once: ${made.password}`);
  if (!made.isNew) print(`${made.email} had an account already; the password stays as it is.`);
}
