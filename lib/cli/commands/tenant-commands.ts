import { type Command, Option } from 'commander';
import { openOwnerDb } from '../../db/owner-db';
import { setTenantStatus } from '../../tenancy/life/set-tenant-status';
import { example } from '../example';
import type { Format } from '../output/format-rows';
import { print, printJson, printRows } from '../output/print';
import { showTenant } from '../show-tenant';
import { takeDatabaseAddresses } from '../take-database-addresses';
import { withOwner } from '../with-owner';

/** list, show, suspend, activate. */
export function addTenantCommands(program: Command): void {
  const list = program
    .command('list')
    .description('list the tenants')
    .addOption(new Option('--format <format>').choices(['table', 'json', 'csv']).default('table'))
    .option('--json', 'the same as --format json')
    .addOption(
      new Option('--status <status>').choices(['active', 'suspended', 'maintenance', 'deleted']),
    )
    .addOption(new Option('--placement <placement>').choices(['row', 'schema', 'database']))
    .action(runList);
  example(list, 'list --status suspended --format csv');
  const show = program
    .command('show')
    .description('show a tenant: state, owner, domains, members')
    .requiredOption('--tenant <slug>', 'slug of the tenant')
    .option('--json', 'print it as JSON')
    .action(showTenant);
  example(show, 'show --tenant acme');
  addStatus(program, 'suspend', 'suspended', 'take a tenant’s hosts out of service');
  addStatus(program, 'activate', 'active', 'put a tenant’s hosts back into service');
}

function addStatus(
  program: Command,
  verb: string,
  status: 'active' | 'suspended',
  description: string,
): void {
  const command = program
    .command(verb)
    .description(description)
    .requiredOption('--tenant <slug>', 'slug of the tenant')
    .option('--json', 'print what came of it as JSON')
    .action(async ({ tenant, json }: { tenant: string; json?: boolean }) => {
      await takeDatabaseAddresses();
      const db = openOwnerDb();
      await setTenantStatus(db, { slug: tenant }, status).finally(db.end);
      if (json) return printJson({ slug: tenant, status });
      print(`${tenant} is ${status}`);
    });
  example(command, `${verb} --tenant acme`);
}

interface ListOptions {
  format: Format;
  json?: boolean;
  status?: string;
  placement?: string;
}

async function runList(options: ListOptions): Promise<void> {
  const { status = null, placement = null, format, json } = options;
  await withOwner(async (owner) => {
    const rows = await owner`
      select t.slug, t.name, t.status, t.placement, t.id, u.email as owner, t.created_at::text as created,
        array_to_string(array(select hostname from platform.domains d where d.tenant_id = t.id order by 1), ' ') as domains
      from platform.tenants t join platform.users u on u.id = t.owner_id
      where (${status}::text is null or t.status = ${status})
        and (${placement}::text is null or t.placement = ${placement})
      order by t.slug`;
    printRows(rows, json ? 'json' : format);
  });
}
