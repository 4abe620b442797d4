import { type Command, Option } from 'commander';
import { changeJobs, type JobFate, type JobVerb } from '../../jobs/change-jobs';
import { askForName, type Consent } from '../ask/ask-for-name';
import { example } from '../example';
import { onPlatform } from '../on-platform';
import type { Format } from '../output/format-rows';
import { print, printJson, printRows } from '../output/print';
import { wholeNumber } from '../whole-number';
import { withOwner } from '../with-owner';

/** jobs list, jobs retry, jobs discard. */
export function addJobCommands(program: Command): void {
  const jobs = program.command('jobs').description('look at jobs, and at those given up');
  const list = jobs
    .command('list')
    .description('list jobs that are not done, the dead letters first')
    .addOption(new Option('--format <format>').choices(['table', 'json', 'csv']).default('table'))
    .option('--json', 'the same as --format json')
    .option('--dead', 'only those that were given up')
    .option('--tenant <slug>', 'only those of this tenant')
    .option('--limit <n>', 'at most so many', wholeNumber, 100)
    .action(runList);
  example(list, 'jobs list --dead --json');
  for (const [verb, description] of [
    ['retry', 'send dead letters back to work'],
    ['discard', 'take dead letters for done: what they were to do is never done'],
  ] as const) {
    const change = jobs
      .command(verb)
      .description(description)
      .argument('[ids...]', 'their numbers, as listed')
      .option('--all', 'every dead letter')
      .option('--kind <kind>', 'with --all: of this kind only')
      .option('--tenant <slug>', 'with --all: of this tenant only')
      .option('--json', 'print what became of each as JSON')
      .action((ids: string[], options: ChangeOptions) => runChange(verb, ids, options));
    if (verb === 'discard') {
      change
        .option('--yes', 'do not ask whether it is meant')
        .option('--no-input', 'ask for nothing');
    }
    example(change, `jobs ${verb} 12 13`, `jobs ${verb} --all --kind welcome-mail`);
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
  await withOwner(async (owner) => {
    const rows = await owner`
      select j.id::text, j.kind, t.slug as tenant, j.state, j.attempts, j.progress,
        j.run_at::text as due, j.failure as reason
      from platform.console_jobs j left join platform.tenants t on t.id = j.tenant_id
      where j.state not in ('done', 'discarded')
        and (not ${options.dead ?? false}::boolean or j.state = 'dead')
        and (${options.tenant ?? null}::text is null or t.slug = ${options.tenant ?? null})
      order by j.state <> 'dead', j.run_at, j.id limit ${options.limit}`;
    printRows(rows, options.json ? 'json' : options.format);
  });
}

interface ChangeOptions extends Consent {
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
  if (verb === 'discard' && options.all) {
    await askForName('discard', options, { isRequired: false });
  }
  const meant = options.all ? await deadJobs(options) : ids.map(Number);
  const fates: JobFate[] = [];
  await onPlatform(async (db) => {
    for (let at = 0; at < meant.length; at += atOnce) {
      const batch = meant.slice(at, at + atOnce);
      fates.push(...(await db.write((tx) => changeJobs(tx, {}, batch, verb))));
    }
  });
  if (options.json) printJson(fates.map(asRow));
  const done = fates.filter(({ why }) => why === null);
  const [one, many] = wordsFor[verb];
  if (!options.json) print(`${done.length} ${done.length === 1 ? one : many}`);
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
  return withOwner(async (owner) => {
    const rows = await owner`
      select j.id::text from platform.jobs j left join platform.tenants t on t.id = j.tenant_id
      where j.dead_at is not null and (${kind} = '' or j.kind = ${kind})
        and (${tenant} = '' or t.slug = ${tenant}) order by j.id`;
    return rows.map(({ id }) => Number(id));
  });
}
