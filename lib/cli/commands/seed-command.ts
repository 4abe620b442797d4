import type { Command } from 'commander';
import type { Sql } from 'postgres';
import { createAppClient } from '../../db/client';
import { seedDemo } from '../../demo/seed-demo';
import { seedTenants } from '../../demo/seed-tenants';
import { env } from '../../env';
import { example } from '../example';
import { print, printJson } from '../output/print';
import { progressLine } from '../output/progress-line';
import { wholeNumber } from '../whole-number';
import { withOwner } from '../with-owner';

/** seed. */
export function addSeedCommand(program: Command): void {
  const command = program
    .command('seed')
    .description('fill the database with the demo, or with made-up tenants')
    .option('--demo', 'people, ACME and Globex')
    .option('--tenants <n>', 'made-up tenants', wholeNumber)
    .option('--posts <n>', 'posts for each of them', wholeNumber, 10)
    .option('--json', 'print what was made as JSON')
    .action(runSeed);
  example(command, 'seed --demo', 'seed --tenants 10000 --posts 10');
}

interface Options {
  demo?: boolean;
  tenants?: number;
  posts: number;
  json?: boolean;
}

async function runSeed({ demo, tenants, posts, json }: Options) {
  if (!demo && !tenants) throw new Error('Say what to seed: --demo, or --tenants N.');
  await withOwner(async (owner) => {
    const told = json ? () => {} : print;
    if (demo) await seedTheDemo(owner, told);
    const written = tenants ? await seedMany(owner, tenants, posts) : 0;
    if (json) return printJson({ demo: demo ?? false, tenants: tenants ?? 0, posts: written });
    if (!tenants) return;
    told(`seeded ${tenants} tenants`);
    told(`seeded ${written} posts`);
  });
}

async function seedTheDemo(owner: Sql, told: (line: string) => void) {
  const { DATABASE_URL } = env();
  if (!DATABASE_URL)
    throw new Error('DATABASE_URL is missing: the demo is written as the application.');
  const app = createAppClient(DATABASE_URL, { max: 2 });
  await seedDemo(owner, app, (line) => told(`seeded ${line}`)).finally(() => app.end());
}

/** Ctrl-C ends it after the batch at hand. */
async function seedMany(owner: Sql, tenants: number, posts: number): Promise<number> {
  const stop = new AbortController();
  const progress = progressLine();
  let done = 0;
  const onSignal = () =>
    stop.abort(new Error(`Interrupted after ${done} tenants. Run it again to go on.`));
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const onProgress = (now: { tenants: number; posts: number }) => {
    done = now.tenants;
    const percent = Math.floor((100 * done) / tenants);
    progress.tell(`${done} of ${tenants} tenants, ${now.posts} posts (${percent} %)`);
  };
  try {
    const seeded = await seedTenants(owner, tenants, posts, { onProgress, signal: stop.signal });
    return seeded.posts;
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    progress.end();
  }
}
