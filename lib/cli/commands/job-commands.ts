import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Sql } from 'postgres';
import { openOwnerClient } from '../../db/owner-client';
import { openOwnerDb } from '../../db/owner-db';
import { changeJobs, type JobFate, type JobVerb } from '../../jobs/change-jobs';
import { type Format, formatRows } from '../format-rows';
import { takeDatabaseAddresses } from '../take-database-addresses';

/** jobs list, jobs retry, jobs discard. */
export function addJobCommands(program: Command): void {
  const jobs = program.command('jobs').description('look at jobs, and at those given up');
  jobs
    .command('list')
    .description('list jobs that are not done, the dead letters first')
    .addOption(new Option('--format <format>').choices(['table', 'json', 'csv']).default('table'))
    .option('--json', 'the same as --format json')
    .option('--dead', 'only those that were given up')
    .option('--tenant <slug>', 'only those of this tenant')
    .option('--limit <n>', 'at most so many', wholeNumber, 100)
    .action(runList);
  for (const [verb, description] of [
    ['retry', 'send dead letters back to work'],
    ['discard', 'take dead letters for done: what they were to do is never done'],
  ] as const) {
    jobs
      .command(verb)
      .description(description)
      .argument('[ids...]', 'their numbers, as listed')
      .option('--all', 'every dead letter')
      .option('--kind <kind>', 'with --all: of this kind only')
      .option('--tenant <slug>', 'with --all: of this tenant only')
      .option('--json', 'print what became of each as JSON')
      .action((ids: string[], options: ChangeOptions) => runChange(verb, ids, options));
  }
}

const atOnce = 500;

interface ListOptions {
  format: Format;
  json?: boolean;
  dead?: boolean;
  tenant?: string;
  limit: number;
}

async function runList(options: ListOptions): Promise<void> {
  await takeDatabaseAddresses();
  await withOwner(async (owner) => {
    const rows = await owner`
      select j.id::text, j.kind, t.slug as tenant, j.state, j.attempts, j.progress,
        j.run_at::text as due, j.failure as reason
      from platform.console_jobs j left join platform.tenants t on t.id = j.tenant_id
      where j.state not in ('done', 'discarded')
        and (not ${options.dead ?? false}::boolean or j.state = 'dead')
        and (${options.tenant ?? null}::text is null or t.slug = ${options.tenant ?? null})
      order by j.state <> 'dead', j.run_at, j.id limit ${options.limit}`;
    process.stdout.write(formatRows([...rows], options.json ? 'json' : options.format));
  });
}

interface ChangeOptions {
  all?: boolean;
  kind?: string;
  tenant?: string;
  json?: boolean;
}

const wordsFor = {
  retry: ['job goes back to work', 'jobs go back to work'],
  discard: ['job is discarded', 'jobs are discarded'],
} as const;

async function runChange(verb: JobVerb, ids: string[], options: ChangeOptions): Promise<void> {
  if (ids.length === 0 && !options.all) throw new Error('Say which: their numbers, or --all.');
  const wrong = ids.find((id) => !/^\d{1,15}$/.test(id));
  if (wrong) throw new Error(`"${wrong}" is no number of a job.`);
  await takeDatabaseAddresses();
  const meant = options.all ? await deadJobs(options) : ids.map(Number);
  const db = openOwnerDb();
  const fates: JobFate[] = [];
  try {
    for (let at = 0; at < meant.length; at += atOnce) {
      const batch = meant.slice(at, at + atOnce);
      fates.push(...(await db.write((tx) => changeJobs(tx, {}, batch, verb))));
    }
  } finally {
    await db.end();
  }
  if (options.json) process.stdout.write(formatRows(fates.map(asRow), 'json'));
  const done = fates.filter(({ why }) => why === null);
  const [one, many] = wordsFor[verb];
  if (!options.json) process.stdout.write(`${done.length} ${done.length === 1 ? one : many}\n`);
  if (!options.all) refuseRest(ids, fates);
}

function refuseRest(ids: string[], fates: JobFate[]): void {
  const whys = ids.flatMap((id) => {
    const fate = fates.find((one) => one.id === String(Number(id)));
    if (!fate) return [`There is no job ${id}.`];
    return fate.why ? [`${fate.id}: ${fate.why}`] : [];
  });
  if (whys.length > 0) throw new Error(whys.join(' '));
}

const asRow = ({ id, label, why }: JobFate) => ({ id, job: label, left: why });

async function deadJobs({ kind = '', tenant = '' }: ChangeOptions): Promise<number[]> {
  let ids: number[] = [];
  await withOwner(async (owner) => {
    const rows = await owner`
      select j.id::text from platform.jobs j left join platform.tenants t on t.id = j.tenant_id
      where j.dead_at is not null and (${kind} = '' or j.kind = ${kind})
        and (${tenant} = '' or t.slug = ${tenant}) order by j.id`;
    ids = rows.map(({ id }) => Number(id));
  });
  return ids;
}

async function withOwner(work: (owner: Sql) => Promise<void>): Promise<void> {
  const owner = openOwnerClient();
  await work(owner).finally(() => owner.end({ timeout: 5 }));
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) {
    throw new InvalidArgumentError('Expected a number from 1 to 999999.');
  }
  return Number(value);
}
