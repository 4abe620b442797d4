import type { Command } from 'commander';
import { eq } from 'drizzle-orm';
import { sealAudit } from '../../audit/seal-audit';
import { createAppClient } from '../../db/client';
import { tenants } from '../../db/schema/platform';
import { env } from '../../env';
import { deleteTenant } from '../../tenancy/life/delete-tenant';
import { purgeTenant } from '../../tenancy/life/purge-tenant';
import { askFor } from '../ask/ask-for';
import { askForName, type Consent } from '../ask/ask-for-name';
import { example } from '../example';
import { findNamedTenant } from '../find-tenant';
import { onPlatform } from '../on-platform';
import { print, printJson } from '../output/print';
import { progressLine } from '../output/progress-line';

/** delete, purge. */
export function addLossCommands(program: Command): void {
  const add = (verb: string, description: string) =>
    program
      .command(verb)
      .description(description)
      .requiredOption('--tenant <name>', 'its slug or id')
      .option('--yes', 'do not ask whether it is meant')
      .option('--no-input', 'ask for nothing')
      .option('--json', 'print what came of it as JSON');
  example(
    add('delete', 'delete a tenant; it can be restored until its time is up')
      .option('--reason <text>', 'why, for the audit log')
      .action(runDelete),
    'delete --tenant acme --reason "they asked for it"',
  );
  example(
    add('purge', 'destroy a deleted tenant for good')
      .option('--now', 'though its time is not up')
      .action(runPurge),
    'purge --tenant acme --now --yes',
  );
}

interface Given extends Consent {
  tenant: string;
  json?: boolean;
}

const isRequired = { isRequired: true };

async function runDelete({ tenant, reason, json, ...given }: Given & { reason?: string }) {
  const deleted = await onPlatform(async (db) => {
    const { id, slug } = await findNamedTenant(db, tenant);
    const why = await askFor('reason', 'why, for the audit log', reason, given.input !== false);
    await askForName(slug, given, isRequired);
    return { id, ...(await deleteTenant(db, id, { reason: why })) };
  });
  if (json) return printJson(deleted);
  print(`${deleted.slug} is deleted; its address and domains are free`);
  print(`it can be restored until ${deleted.purgeAt}: restore --tenant ${deleted.id}`);
}

async function runPurge({ tenant, now, json, ...given }: Given & { now?: boolean }) {
  const { id, slug } = await onPlatform(async (db) => {
    const found = await findNamedTenant(db, tenant, { isDeleted: true });
    await askForName(found.slug, given, isRequired);
    const isMeant = eq(tenants.id, found.id);
    if (now) await db.write((tx) => tx.update(tenants).set({ purgeAt: new Date() }).where(isMeant));
    return found;
  });
  const client = createAppClient(env().DATABASE_URL ?? '', { max: 1 });
  // Its audit log stays, and its events do not.
  if (!(await sealAudit(id, client))) {
    await client.end();
    throw new Error(
      'Nothing was destroyed: its audit log cannot be completed. See `audit verify`.',
    );
  }
  const progress = progressLine();
  let total = 0;
  const onProgress = (gone: number) => {
    total = gone;
    progress.tell(`${gone} rows destroyed`);
  };
  const isDone = await purgeTenant(client, id, { onProgress }).finally(() => {
    progress.end();
    return client.end();
  });
  if (!isDone) throw new Error('Its time is not up yet. Add --now to destroy it all the same.');
  if (json) return printJson({ id, rows: total });
  print(`${slug} is destroyed`);
}
