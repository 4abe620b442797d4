import type { Command } from 'commander';
import { createAppClient } from '../../db/client';
import { env } from '../../env';
import { askHealth } from '../../search/elasticsearch/ask-health';
import { example } from '../example';
import { print, printJson } from '../output/print';
import { progressLine } from '../output/progress-line';
import { type Reindexed, type ReindexReport, reindexTenants } from '../search/reindex-tenants';
import { takeDatabaseAddresses } from '../take-database-addresses';

/** reindex. */
export function addReindexCommand(program: Command): void {
  const command = program
    .command('reindex')
    .description('make search indexes in Elasticsearch anew, or repair them, while they answer')
    .option('--tenant <name>', 'the slug or id of one tenant')
    .option('--all', 'every tenant')
    .option('--repair', 'compare with the database and mend what differs, without a new index')
    .option('--reason <words>', 'why, for the audit log of the platform', 'reindexing from the CLI')
    .option('--json', 'print what was done as JSON')
    .action(runReindex);
  example(command, 'reindex --tenant acme', 'reindex --all --repair --json');
}

interface Options {
  tenant?: string;
  all?: boolean;
  repair?: boolean;
  reason: string;
  json?: boolean;
}

async function runReindex(options: Options, command: Command): Promise<void> {
  if (Boolean(options.tenant) === Boolean(options.all)) {
    command.error('error: give --tenant or --all, one of them', { exitCode: 2 });
  }
  const health = await askHealth();
  if (health.status === 'off') return tellOfPostgres(options);
  if (health.status === 'down') {
    throw new Error(
      `${health.words} ELASTICSEARCH_URL names it; PostgreSQL answers searches meanwhile.`,
    );
  }
  const report = await reindex(options);
  const { tenants, failed, stopped } = report;
  if (options.json) printJson({ engine: 'elasticsearch', tenants, failed });
  else for (const one of tenants) print(lineOf(one));
  const faults = [
    ...failed.map(({ slug, reason }) => `${slug}: ${reason}`),
    ...(stopped ? [`${stopped} ${numberOf(tenants.length, 'tenant')} done. Run it again.`] : []),
  ];
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

function tellOfPostgres({ json }: Options): void {
  if (json) printJson({ engine: 'postgres', tenants: [] });
  else print('PostgreSQL searches, and keeps its index in step by itself: there is nothing to do.');
}

/** Ctrl-C ends it after the request at hand; a build that was begun is gone on with later. */
async function reindex(options: Options): Promise<ReindexReport> {
  await takeDatabaseAddresses();
  const { DATABASE_URL } = env();
  if (!DATABASE_URL)
    throw new Error('DATABASE_URL is missing: an index is made as the application.');
  const client = createAppClient(DATABASE_URL, { max: 4 });
  const stop = new AbortController();
  const onSignal = () => stop.abort(new Error('Interrupted.'));
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const progress = progressLine();
  try {
    return await reindexTenants({
      ...{ ...options, client, signal: stop.signal },
      onProgress: (tenants, posts) =>
        progress.tell(`${numberOf(tenants, 'tenant')}, ${numberOf(posts, 'post')} sent`),
    });
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    progress.end();
    await client.end();
  }
}

function lineOf({ slug, outcome, posts }: Reindexed): string {
  if (outcome === 'built') return `${slug}: built, ${numberOf(posts, 'post')} sent`;
  if (outcome === 'repaired') return `${slug}: ${numberOf(posts, 'document')} repaired`;
  if (outcome === 'compared') return `${slug}: in step`;
  return `${slug}: no index yet; \`reindex --tenant ${slug}\` makes one`;
}

function numberOf(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}
