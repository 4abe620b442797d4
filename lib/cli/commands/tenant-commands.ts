import { type Command, Option } from 'commander';
import { openOwnerClient } from '../../db/owner-client';
import { openOwnerDb } from '../../db/owner-db';
import { setTenantStatus } from '../../tenancy/life/set-tenant-status';
import { type Format, formatRows } from '../format-rows';
import { showTenant } from '../show-tenant';
import { takeDatabaseAddresses } from '../take-database-addresses';

/** list, show, suspend, activate. */
export function addTenantCommands(program: Command): void {
  program
    .command('list')
    .description('list the tenants')
    .addOption(new Option('--format <format>').choices(['table', 'json', 'csv']).default('table'))
    .option('--json', 'the same as --format json')
    .addOption(
      new Option('--status <status>').choices(['active', 'suspended', 'maintenance', 'deleted']),
    )
    .addOption(new Option('--placement <placement>').choices(['row', 'schema', 'database']))
    .action(runList);
  program
    .command('show')
    .description('show a tenant: state, owner, domains, members')
    .requiredOption('--tenant <slug>', 'slug of the tenant')
    .option('--json', 'print it as JSON')
    .action(showTenant);
  for (const [verb, status] of [
    ['suspend', 'suspended'],
    ['activate', 'active'],
  ] as const) {
    program
      .command(verb)
      .description(verb === 'suspend' ? 'take a tenant’s hosts out of service' : 'put them back')
      .requiredOption('--tenant <slug>', 'slug of the tenant')
      .action(async ({ tenant }: { tenant: string }) => {
        await takeDatabaseAddresses();
        const db = openOwnerDb();
        await setTenantStatus(db, { slug: tenant }, status).finally(db.end);
        process.stdout.write(`${tenant} is ${status}\n`);
      });
  }
}

interface ListOptions {
  format: Format;
  json?: boolean;
  status?: string;
  placement?: string;
}

async function runList(options: ListOptions): Promise<void> {
  await takeDatabaseAddresses();
  const owner = openOwnerClient();
  try {
    const rows = await owner`
      select t.slug, t.name, t.status, t.placement, t.id, u.email as owner, t.created_at::text as created,
        array_to_string(array(select hostname from platform.domains d where d.tenant_id = t.id order by 1), ' ') as domains
      from platform.tenants t join platform.users u on u.id = t.owner_id
      where ${options.status ?? null}::text is null or t.status = ${options.status ?? null}
      order by t.slug`;
    const shown = rows.filter((row) => !options.placement || row.placement === options.placement);
    process.stdout.write(formatRows(shown, options.json ? 'json' : options.format));
  } finally {
    await owner.end({ timeout: 5 });
  }
}
