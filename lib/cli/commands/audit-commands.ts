import type { Command } from 'commander';
import type { Sql } from 'postgres';
import { verifyAudit } from '../../audit/verify-audit';
import { openOwnerClient } from '../../db/owner-client';
import { openOwnerDb } from '../../db/owner-db';
import { TenantNotFound } from '../../errors';
import { tenancyConfig } from '../../tenancy/config';
import { example } from '../example';
import { print, printFigures } from '../output/print';
import { takeDatabaseAddresses } from '../take-database-addresses';

/** audit verify. */
export function addAuditCommands(program: Command): void {
  const verify = program
    .command('audit')
    .description('check the audit logs')
    .command('verify')
    .description('compute every hash anew and name the first row that was tampered with')
    .option('--tenant <slug>', 'the log of this tenant')
    .option('--all', 'every log, the platform’s own too (default)')
    .option('--json', 'print as JSON, with the newest hash of each log')
    .action(runVerify);
  example(verify, 'audit verify --tenant acme');
}

interface Chain {
  tenantId: string | null;
  name: string;
}

async function runVerify(options: { tenant?: string; all?: boolean; json?: boolean }) {
  if (options.tenant && options.all) throw new Error('Give --tenant or --all, not both.');
  await takeDatabaseAddresses();
  const [owner, db] = [openOwnerClient(), openOwnerDb()];
  try {
    const reports = [];
    for (const { tenantId, name } of await listChains(owner, options.tenant)) {
      const waits = await findSealFault(owner, tenantId);
      reports.push({ log: name, ...(await verifyAudit(db, tenantId)), ...waits });
    }
    if (options.json) printFigures(reports);
    else
      for (const { log, rows, fault, unsealed } of reports) {
        print(`${log}: ${fault?.message ?? `${rows} ${rows === 1 ? 'row' : 'rows'}, whole`}`);
        if (unsealed) print(`${log}: events wait since ${unsealed.since}: ${unsealed.reason}`);
      }
    const broken = reports.filter(({ fault }) => fault).length;
    if (broken > 0) throw new Error(`${broken} of ${reports.length} audit logs are not whole.`);
  } finally {
    await Promise.all([owner.end({ timeout: 5 }), db.end()]);
  }
}

/** Why a log's newest events are not in it, where they cannot be sealed. */
async function findSealFault(owner: Sql, tenantId: string | null) {
  const [row] = await owner`
    select reason, attempts, since, retry_at from platform.seal_faults
    where tenant_id is not distinct from ${tenantId}`;
  if (!row) return { unsealed: null };
  const { reason, attempts, since, retry_at } = row;
  const times = { since: since.toISOString(), retryAt: retry_at.toISOString() };
  return { unsealed: { reason: reason as string, attempts: attempts as number, ...times } };
}

/** A log outlives its tenant; one without rows may have lost them all. */
async function listChains(owner: Sql, slug?: string): Promise<Chain[]> {
  if (slug) {
    const [tenant] = await owner`select id from platform.tenants where slug = ${slug}`;
    if (!tenant) throw new TenantNotFound(`There is no tenant "${slug}".`);
    return [{ tenantId: tenant.id, name: slug }];
  }
  const rows = await owner`
    select coalesce(t.id, l.tenant_id) as id, coalesce(t.slug, l.tenant_id::text) as slug
    from platform.tenants t full join (
      select distinct tenant_id from platform.audit_log where tenant_id is not null
    ) l on l.tenant_id = t.id order by 2`;
  const tenants = rows.map(({ id, slug: name }) => ({ tenantId: id, name }));
  return [{ tenantId: null, name: tenancyConfig().masterTenantName }, ...tenants];
}
