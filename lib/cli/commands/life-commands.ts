import type { Command } from 'commander';
import { eq } from 'drizzle-orm';
import { sealAudit } from '../../audit/seal-audit';
import { createAppClient } from '../../db/client';
import { openOwnerDb } from '../../db/owner-db';
import type { PlatformDb } from '../../db/platform-tx';
import { tenants } from '../../db/schema/platform';
import { env } from '../../env';
import { deleteTenant } from '../../tenancy/life/delete-tenant';
import { purgeTenant } from '../../tenancy/life/purge-tenant';
import { renameTenant } from '../../tenancy/life/rename-tenant';
import { restoreTenant } from '../../tenancy/life/restore-tenant';
import { beginMaintenance } from '../../tenancy/maintenance/begin-maintenance';
import { askFor } from '../ask';
import { findNamedTenant } from '../find-tenant';
import { takeDatabaseAddresses } from '../take-database-addresses';

/** maintenance, rename, delete, restore, purge. */
export function addLifeCommands(program: Command): void {
  const add = (verb: string, description: string) =>
    program
      .command(verb)
      .description(description)
      .requiredOption('--tenant <name>', 'its slug or id')
      .option('--json', 'print what came of it as JSON');
  add('maintenance', 'close a tenant for work on it; activate ends it')
    .option('--message <text>', 'what visitors read')
    .option('--until <time>', 'when it is thought to end, as 2027-01-31T18:00Z')
    .action(runMaintenance);
  add('rename', 'give a tenant another address; the old one leads there')
    .requiredOption('--to <slug>', 'its slug from now on')
    .action(runRename);
  add('delete', 'delete a tenant; it can be restored until its time is up')
    .option('--reason <text>', 'why, for the audit log')
    .option('--yes', 'do not ask whether it is meant')
    .option('--no-input', 'ask for nothing')
    .action(runDelete);
  add('restore', 'bring a deleted tenant back')
    .option('--slug <slug>', 'its slug from now on; the one it had unless given')
    .option('--owner-email <email>', 'its owner from now on; who it was unless given')
    .action(runRestore);
  add('purge', 'destroy a deleted tenant for good')
    .option('--now', 'though its time is not up')
    .option('--yes', 'do not ask whether it is meant')
    .option('--no-input', 'ask for nothing')
    .action(runPurge);
}

interface Given {
  tenant: string;
  json?: boolean;
  yes?: boolean;
  input?: boolean;
}

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
  if (json) return print(JSON.stringify({ tenant, link: made.link }));
  print(`${tenant} is closed for maintenance`);
  print(`this link opens it, shown this once: ${made.link}`);
}

async function runRename({ tenant, to, json }: Given & { to: string }) {
  const { before, slug } = await onPlatform(async (db) =>
    renameTenant(db, (await findNamedTenant(db, tenant)).id, { slug: to }),
  );
  print(json ? JSON.stringify({ before, slug }) : `${before} is ${slug} from now on`);
}

async function runDelete({ tenant, reason, json, ...given }: Given & Texts<'reason'>) {
  const deleted = await onPlatform(async (db) => {
    const { id, slug } = await findNamedTenant(db, tenant);
    const why = await askFor('reason', 'why, for the audit log', reason, given.input !== false);
    await requireWord(slug, given);
    return { id, ...(await deleteTenant(db, id, { reason: why })) };
  });
  if (json) return print(JSON.stringify(deleted, null, 2));
  print(`${deleted.slug} is deleted; its address and domains are free`);
  print(`it can be restored until ${deleted.purgeAt}: restore --tenant ${deleted.id}`);
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
  if (json) return print(JSON.stringify(restored, null, 2));
  print(`${restored.slug} is back, with ${restored.people} people`);
  if (restored.missing > 0) print(`${restored.missing} stay out: their accounts are deactivated`);
  for (const domain of restored.domains) print(`${domain} has to be verified again`);
}

async function runPurge({ tenant, now, json, ...given }: Given & { now?: boolean }) {
  const { id, slug } = await onPlatform(async (db) => {
    const found = await findNamedTenant(db, tenant, { isDeleted: true });
    await requireWord(found.slug, given);
    const isMeant = eq(tenants.id, found.id);
    if (now) await db.write((tx) => tx.update(tenants).set({ purgeAt: new Date() }).where(isMeant));
    return found;
  });
  const client = createAppClient(env().DATABASE_URL ?? '', { max: 1 });
  let total = 0;
  // Its audit log stays, and its events do not.
  if (!(await sealAudit(id, client))) {
    await client.end();
    throw new Error(
      'Nothing was destroyed: its audit log cannot be completed. See `audit verify`.',
    );
  }
  const onProgress = (gone: number) => {
    total = gone;
    process.stderr.write(`\r${gone} rows destroyed`);
  };
  const isDone = await purgeTenant(client, id, { onProgress }).finally(() => client.end());
  if (total > 0) process.stderr.write('\n');
  if (!isDone) throw new Error('Its time is not up yet. Add --now to destroy it all the same.');
  print(json ? JSON.stringify({ id, rows: total }) : `${slug} is destroyed`);
}

type Texts<K extends string> = Partial<Record<K, string>>;

/** Asks for the name once more in a terminal; elsewhere --yes has to say it. */
async function requireWord(
  slug: string,
  { yes, input }: Pick<Given, 'yes' | 'input'>,
): Promise<void> {
  if (yes) return;
  const typed = await askFor('yes', `type ${slug} to go on`, undefined, input !== false);
  if (typed.trim() !== slug) throw new Error('Nothing was done: the name is another one.');
}

async function onPlatform<T>(work: (db: PlatformDb) => Promise<T>): Promise<T> {
  await takeDatabaseAddresses();
  const db = openOwnerDb();
  return work(db).finally(db.end);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
