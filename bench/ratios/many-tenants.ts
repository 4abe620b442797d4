import { signTags } from '@/lib/cache/sign-tags';
import { seedTenants } from '@/lib/demo/seed-tenants';
import { hostTag, tenantTag } from '@/lib/tenancy/cache-tags';
import { type BenchContext, type Measurement, pairCount } from '../bench-context';
import { createPageClient } from '../measure/fetch-pages';
import { loadPages, warmUpAmount } from '../measure/load-pages';
import { measurePairs, ratiosOf, summarizeRun } from '../measure/measure-pairs';
import { median } from '../measure/statistics';
import type { Criterion } from '../report/ratio-result';
import { type AppServer, startAppServer } from '../world/app-server';
import { type BenchServer, startBenchServer } from '../world/bench-database';
import { ensureBuild } from '../world/ensure-build';

const few = 20;
const many = 10_000;
const connections = 10;

const criterion: Criterion = {
  id: 'P7',
  name: '10,000 tenants / 20 tenants, host to page',
  measure: 'pages per second',
  better: 'higher',
  limit: 0.85,
  aim: 0.95,
};

interface Town {
  app: AppServer;
  /** As many in every town, spread over all its tenants. */
  hosts: string[];
  /** What makes their pages stale. */
  tags: string[];
}

/**
 * P7: two servers that differ in nothing but how many tenants their database holds, asked for the
 * front pages of 20 of them: made afresh from host name to markup, and from the cache.
 */
export const measureManyTenants: Measurement = async (bench) => {
  await ensureBuild(bench);
  const server = await startBenchServer(bench, { durable: false });
  bench.say('P7: seeding 20 and 10,000 tenants');
  const reference = await buildTown(bench, server, few);
  const target = await buildTown(bench, server, many);
  const pairs = pairCount(bench);

  bench.say('P7: measuring pages made afresh');
  const rounds = bench.quick ? 4 : 15;
  const afresh = (town: Town) => async () => ({ rate: await makeAfresh(town, rounds) });
  for (const town of [reference, target, reference, target]) await afresh(town)();
  const made = await measurePairs(pairs, afresh(reference), afresh(target));

  bench.say('P7: measuring pages from the cache');
  const seconds = bench.quick ? 1 : 4;
  const loadOf = (town: Town) => ({ ...town.app, pages: pagesOf(town), seconds });
  const cached = (town: Town) => () => loadPages(loadOf(town));
  const amount = warmUpAmount(bench.quick);
  for (const town of [reference, target]) await loadPages({ ...loadOf(town), amount });
  const hit = await measurePairs(pairs, cached(reference), cached(target));

  const cpu = `CPU per cached page: ${median(ratiosOf(hit, 'cpu')).toFixed(2)} times`;
  const measure = (how: string) => `${criterion.measure}, ${how}`;
  return [
    { ...criterion, measure: measure('made afresh'), ...summarizeRun(made, 'rate'), notes: [] },
    { ...criterion, measure: measure('cached'), ...summarizeRun(hit, 'rate'), notes: [cpu] },
  ];
};

async function buildTown(bench: BenchContext, server: BenchServer, size: number): Promise<Town> {
  let rows: { id: string; slug: string }[] = [];
  const { appUrl } = await server.database(`tenants_${size}`, async (owner) => {
    await seedTenants(owner, size, 5);
    const chosen = await owner`select id, slug from platform.tenants order by slug`;
    rows = chosen.flatMap((row, place) =>
      place % (size / few) === 0 ? [{ id: row.id, slug: row.slug }] : [],
    );
  });
  const app = await startAppServer(bench, appUrl);
  return {
    app,
    hosts: rows.map(({ slug }) => `${slug}.localhost:${app.port}`),
    tags: rows.flatMap(({ id, slug }) => [tenantTag(id), hostTag(slug)]),
  };
}

function pagesOf({ hosts }: Town) {
  return hosts.map((host) => ({ host, path: '/' }));
}

/**
 * Makes the pages stale and asks for each once, several times over.
 *
 * @returns pages per second, the making stale not counted.
 * @throws Error when a page was not made afresh.
 */
async function makeAfresh(town: Town, rounds: number): Promise<number> {
  const client = createPageClient(town.app.port, connections);
  let milliseconds = 0;
  for (let round = 0; round < rounds; round += 1) {
    await expire(client, town);
    const start = performance.now();
    const answers = await Promise.all(town.hosts.map((host) => client.get(host)));
    milliseconds += performance.now() - start;
    const wrong = answers.find(
      ({ status, headers }) => status !== 200 || headers['x-nextjs-cache'] !== 'MISS',
    );
    if (wrong) throw new Error(`A page came ${wrong.headers['x-nextjs-cache']}, ${wrong.status}.`);
  }
  client.close();
  return (rounds * town.hosts.length) / (milliseconds / 1000);
}

/** Says it the way the application tells itself, and waits until Next has taken it in. */
async function expire(client: ReturnType<typeof createPageClient>, { app, tags }: Town) {
  const body = JSON.stringify({ tags });
  const headers = { 'x-signature': signTags(app.secret, body) };
  const path = '/api/internal/revalidate';
  const { status } = await client.post(`localhost:${app.port}`, path, headers, body);
  if (status !== 204) throw new Error(`The internal route answers ${status}.`);
  await new Promise((resolve) => setTimeout(resolve, 100));
}
