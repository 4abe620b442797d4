import type { Command } from 'commander';
import { renameTenant } from '../../tenancy/life/rename-tenant';
import { restoreTenant } from '../../tenancy/life/restore-tenant';
import { transferTenant } from '../../tenancy/life/transfer-tenant';
import { beginMaintenance } from '../../tenancy/maintenance/begin-maintenance';
import { emailFault } from '../../tenancy/provisioning/new-tenant';
import { askFor } from '../ask/ask-for';
import { askForName, type Consent } from '../ask/ask-for-name';
import { example } from '../example';
import { findNamedTenant } from '../find-tenant';
import { onPlatform } from '../on-platform';
import { print, printJson, printOnce } from '../output/print';

/** maintenance, rename, restore, transfer. */
export function addLifeCommands(program: Command): void {
  const add = (verb: string, description: string) =>
    program
      .command(verb)
      .description(description)
      .requiredOption('--tenant <name>', 'its slug or id')
      .option('--json', 'print what came of it as JSON');
  example(
    add('maintenance', 'close a tenant for work on it; activate ends it')
      .option('--message <text>', 'what visitors read')
      .option('--until <time>', 'when it is thought to end, as 2027-01-31T18:00Z')
      .action(runMaintenance),
    'maintenance --tenant acme --message "Back at six."',
  );
  example(
    add('rename', 'give a tenant another address; the old one leads there')
      .requiredOption('--to <slug>', 'its slug from now on')
      .action(runRename),
    'rename --tenant acme --to acme-inc',
  );
  example(
    add('restore', 'bring a deleted tenant back')
      .option('--slug <slug>', 'its slug from now on; the one it had unless given')
      .option('--owner-email <email>', 'its owner from now on; who it was unless given')
      .action(runRestore),
    'restore --tenant acme',
  );
  example(
    add('transfer', 'give a tenant to another owner; who was becomes an admin')
      .option('--to-email <email>', 'somebody with an account; made a member if they are none')
      .option('--remove', 'who was the owner leaves, even where they are in a group')
      .option('--yes', 'do not ask whether it is meant')
      .option('--no-input', 'ask for nothing')
      .action(runTransfer),
    'transfer --tenant acme --to-email bob@example.com',
  );
}

interface Given extends Consent {
  tenant: string;
  json?: boolean;
}

type Texts<K extends string> = Partial<Record<K, string>>;

async function runMaintenance({
  tenant,
  message,
  until,
  json,
}: Given & Texts<'message' | 'until'>) {
  const made = await onPlatform(async (db) => {
    const { id } = await findNamedTenant(db, tenant);
    return beginMaintenance(db, id, { message, until });
  });
  if (json) return printOnce(JSON.stringify({ tenant, link: made.link }));
  print(`${tenant} is closed for maintenance`);
  printOnce(`this link opens it, shown this once: ${made.link}`);
}

async function runRename({ tenant, to, json }: Given & { to: string }) {
  const { before, slug } = await onPlatform(async (db) =>
    renameTenant(db, (await findNamedTenant(db, tenant)).id, { slug: to }),
  );
  if (json) return printJson({ before, slug });
  print(`${before} is ${slug} from now on`);
}

async function runRestore({
  tenant,
  slug,
  ownerEmail,
  json,
}: Given & Texts<'slug' | 'ownerEmail'>) {
  const { cacheTags: _, ...restored } = await onPlatform(async (db) => {
    const { id } = await findNamedTenant(db, tenant, { isDeleted: true });
    return restoreTenant(db, id, { slug, ownerEmail });
  });
  if (json) return printJson(restored);
  print(`${restored.slug} is back, with ${restored.people} people`);
  if (restored.missing > 0) print(`${restored.missing} stay out: their accounts are deactivated`);
  for (const domain of restored.domains) print(`${domain} has to be verified again`);
}

async function runTransfer(options: Given & Texts<'toEmail'> & { remove?: boolean }) {
  const { tenant, toEmail, remove = false, json, ...given } = options;
  const email = await askFor('to-email', 'email of the new owner', toEmail, given.input !== false, {
    fault: emailFault,
  });
  const {
    slug,
    cacheTags: _,
    ...moved
  } = await onPlatform(async (db) => {
    const found = await findNamedTenant(db, tenant);
    await askForName(found.slug, given, { isRequired: false });
    const done = await transferTenant(db, found.id, { toEmail: email, remove });
    return { slug: found.slug, ...done };
  });
  if (json) return printJson({ slug, ...moved });
  print(`${slug} belongs to ${moved.to.name} (${moved.to.email})`);
  if (!moved.from.belongs) return print(`${moved.from.name} is in it no more`);
  print(`${moved.from.name} (${moved.from.email}) stays as an admin, being in a group`);
}
