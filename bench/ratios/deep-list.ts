import postgres from 'postgres';
import { postsResource } from '@/lib/admin/resources/posts';
import { type AppClient, createAppClient } from '@/lib/db/client';
import { seedTenants } from '@/lib/demo/seed-tenants';
import { asSystem } from '@/lib/resources/as-system';
import { type ListQuery, readListQuery } from '@/lib/resources/list-query';
import { listRecords } from '@/lib/resources/list-records';
import type { ResourceContext } from '@/lib/resources/resource-context';
import { tenantContext } from '@/lib/tenancy/tenant-context';
import { mockTenant } from '@/lib/testing/mock-tenant';
import { type Measurement, pairCount } from '../bench-context';
import { cpuTicks } from '../measure/cpu-time';
import { measurePairs, summarizeRun } from '../measure/measure-pairs';
import { median } from '../measure/statistics';
import { timeSerially } from '../measure/time-serially';
import type { Criterion } from '../report/ratio-result';
import { type BenchDatabase, startBenchServer } from '../world/bench-database';

const criterion: Criterion = {
  id: 'P4',
  name: 'admin list of 100,000 posts, page 900 / page 1',
  measure: 'pages per second, one at a time',
  better: 'higher',
  limit: 0.9,
  aim: 1,
};

const depth = 900;
/** Of Linux; the system does not tell it to Node. */
const ticksPerSecond = 100;

/**
 * P4: the admin's list of posts, newest change first, with its total and the labels it shows, read
 * the way the screen reads it: the first page against the 900th.
 */
export const measureDeepList: Measurement = async (bench) => {
  const server = await startBenchServer(bench, { durable: false });
  bench.say('P4: writing 100,000 posts');
  const database = await server.database('lists', (owner) =>
    seedTenants(owner, 2, bench.quick ? 25_000 : 100_000),
  );
  const tenantId = await findTenant(database);
  const client = createAppClient(database.appUrl, { max: 1, prepare: true });
  bench.defer(() => client.end());
  const ctx = contextOf(tenantId, client);
  const first = readListQuery(postsResource, {});
  const deep = await walkTo(ctx, first, bench.quick ? depth / 4 : depth);
  const [page1, page900] = [first, deep].map(
    (query) => () => listRecords(ctx, postsResource, query),
  );
  if (!page1 || !page900) throw new Error('There is nothing to measure.');
  bench.say('P4: measuring');
  const times = bench.quick ? 100 : 400;
  for (const work of [page1, page900, page1, page900]) await timeSerially(200, work);
  const backend = await backendOf(client);
  const cpu: number[] = [];
  const sample = async (work: () => Promise<unknown>, isDeep: boolean) => {
    const before = cpuTicks(backend) ?? 0;
    const { median: milliseconds } = await timeSerially(times, work);
    const used = (cpuTicks(backend) ?? 0) - before;
    if (isDeep) cpu.push((used * 1000) / ticksPerSecond / times);
    return { rate: 1000 / milliseconds };
  };
  const run = await measurePairs(
    pairCount(bench),
    () => sample(page1, false),
    () => sample(page900, true),
  );
  const notes = [
    `the database spends ${median(cpu).toFixed(2)} ms of CPU on page ${depth}; at most 1`,
  ];
  return [{ ...criterion, ...summarizeRun(run, 'rate'), notes }];
};

async function findTenant({ ownerUrl }: BenchDatabase): Promise<string> {
  const sql = postgres(ownerUrl, { max: 1 });
  const [row] = await sql`select id from platform.tenants order by slug limit 1`;
  await sql.end();
  return row?.id;
}

function contextOf(id: string, client: AppClient): ResourceContext {
  return asSystem(tenantContext(mockTenant({ id }), { client }));
}

/** Follows the pager, as a person would, only in longer strides. */
async function walkTo(ctx: ResourceContext, first: ListQuery, page: number): Promise<ListQuery> {
  const stride = 4;
  const long = { ...first, perPage: first.perPage * stride };
  let after: string | null = null;
  for (let reached = 1; reached < page; reached += stride) {
    after = (await listRecords(ctx, postsResource, { ...long, after })).next;
    if (!after) throw new Error(`The list ends before page ${page}.`);
  }
  return { ...first, after };
}

async function backendOf(client: AppClient): Promise<number> {
  const [row] = await client.query((sql) => sql`select pg_backend_pid() as pid`);
  return row?.pid;
}
