import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Sql } from 'postgres';
import { openOwnerClient } from '../../db/owner-client';
import { type Format, formatRows } from '../format-rows';
import { takeDatabaseAddresses } from '../take-database-addresses';

/** jobs list, jobs retry. */
export function addJobCommands(program: Command): void {
  const jobs = program.command('jobs').description('look at jobs, and send back those given up');
  jobs
    .command('list')
    .description('list jobs that are not done, the dead letters first')
    .addOption(new Option('--format <format>').choices(['table', 'json', 'csv']).default('table'))
    .option('--json', 'the same as --format json')
    .option('--dead', 'only those that were given up')
    .option('--tenant <slug>', 'only those of this tenant')
    .option('--limit <n>', 'at most so many', wholeNumber, 100)
    .action(runList);
  jobs
    .command('retry')
    .description('send dead letters back to work')
    .argument('[ids...]', 'their numbers, as listed')
    .option('--all', 'every dead letter')
    .option('--kind <kind>', 'with --all: of this kind only')
    .action(runRetry);
}

interface ListOptions {
  format: Format;
  json?: boolean;
  dead?: boolean;
  tenant?: string;
  limit: number;
}

async function runList(options: ListOptions): Promise<void> {
  await withOwner(async (owner) => {
    const rows = await owner`
      select j.id::text, j.kind, t.slug as tenant,
        case when j.dead_at is not null then 'dead'
          when j.lease_id is not null and j.locked_until > now() then 'running'
          when j.attempts > 0 then 'retry' else 'waiting' end as state,
        j.attempts, j.run_at::text as due, j.event_id::text as event, j.last_error as reason
      from platform.jobs j left join platform.tenants t on t.id = j.tenant_id
      where j.done_at is null
        and (not ${options.dead ?? false}::boolean or j.dead_at is not null)
        and (${options.tenant ?? null}::text is null or t.slug = ${options.tenant ?? null})
      order by j.dead_at is null, j.run_at, j.id limit ${options.limit}`;
    process.stdout.write(formatRows([...rows], options.json ? 'json' : options.format));
  });
}

async function runRetry(ids: string[], options: { all?: boolean; kind?: string }): Promise<void> {
  if (ids.length === 0 && !options.all) throw new Error('Say which: their numbers, or --all.');
  const wrong = ids.find((id) => !/^\d{1,18}$/.test(id));
  if (wrong) throw new Error(`"${wrong}" is no number of a job.`);
  await withOwner(async (owner) => {
    const sent = await owner`
      update platform.jobs
      set dead_at = null, attempts = 0, run_at = now(), lease_id = null, locked_until = null
      where dead_at is not null
        and (${options.all ?? false}::boolean or id = any (${ids}::text[]::bigint[]))
        and (${options.kind ?? null}::text is null or kind = ${options.kind ?? null})
      returning id::text`;
    await owner`select pg_notify('tenantry_jobs', '')`;
    const found = sent.map(({ id }) => id);
    const missing = ids.filter((id) => !found.includes(id));
    process.stdout.write(
      `${found.length} ${found.length === 1 ? 'job goes' : 'jobs go'} back to work\n`,
    );
    if (missing.length > 0) throw new Error(`No dead letter has the number ${missing.join(', ')}.`);
  });
}

async function withOwner(work: (owner: Sql) => Promise<void>): Promise<void> {
  await takeDatabaseAddresses();
  const owner = openOwnerClient();
  await work(owner).finally(() => owner.end({ timeout: 5 }));
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) {
    throw new InvalidArgumentError('Expected a number from 1 to 999999.');
  }
  return Number(value);
}
