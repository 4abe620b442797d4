import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import { createAppClient } from '@/lib/db/client';
import { posts } from '@/lib/db/schema/tenant';
import { withTenant } from '@/lib/db/with-tenant';
import { seedTenants } from '@/lib/demo/seed-tenants';
import { type BenchContext, type Measurement, pairCount } from '../bench-context';
import { measurePairs, ratiosOf, summarizeRun } from '../measure/measure-pairs';
import { median } from '../measure/statistics';
import { timeSerially } from '../measure/time-serially';
import type { Criterion } from '../report/ratio-result';
import { type BenchDatabase, startBenchServer } from '../world/bench-database';
import { startDelayProxy } from '../world/delay-proxy';

const criterion: Criterion = {
  id: 'P3',
  name: 'scoped query / plain query, 1 ms away',
  measure: 'median latency, one at a time',
  better: 'lower',
  limit: 1.3,
  aim: 1.15,
};

/**
 * P3: one post by its slug, in a tenant's scope, against the same query with the tenant in its
 * WHERE, prepared, by the owner, for whom no policy narrows anything. Both over the same distance.
 */
export const measureScopedQuery: Measurement = async (bench) => {
  const server = await startBenchServer(bench, { durable: false });
  const database = await server.database('queries', (owner) => seedTenants(owner, 200, 50));
  const distant = await startDelayProxy(bench, database.ownerUrl, 1);
  bench.say(`P3: measuring, a round trip takes ${distant.addedMilliseconds.toFixed(2)} ms longer`);
  const tenantId = await findTenant(database);
  const times = bench.quick ? 150 : 1000;
  const plain = plainQuery(bench, distant.through(database.ownerUrl), tenantId);
  const scoped = scopedQuery(bench, distant.through(database.appUrl), tenantId);
  for (const work of [plain, scoped, plain, scoped]) await timeSerially(400, work);
  const run = await measurePairs(
    pairCount(bench),
    () => timeSerially(times, plain),
    () => timeSerially(times, scoped),
  );
  const p95 = median(ratiosOf(run, 'p95'));
  const notes = [
    `the proxy adds ${distant.addedMilliseconds.toFixed(2)} ms to a round trip (measured)`,
    `of the slowest twentieth (p95): ${p95.toFixed(2)}`,
  ];
  return [{ ...criterion, ...summarizeRun(run, 'median'), notes }];
};

async function findTenant({ ownerUrl }: BenchDatabase): Promise<string> {
  const sql = postgres(ownerUrl, { max: 1 });
  const [row] = await sql`select id from platform.tenants where slug = 't00100'`;
  await sql.end();
  return row?.id;
}

function plainQuery(bench: BenchContext, url: string, tenantId: string) {
  const sql = postgres(url, { max: 1, connection: { search_path: 'pool' } });
  bench.defer(() => sql.end());
  return async () => {
    const rows = await sql`
      select id, slug, title, description, body, status, published_at, reading_minutes, author_id
      from posts where tenant_id = ${tenantId} and slug = ${nextSlug()}`;
    if (rows.length !== 1) throw new Error('The plain query found no post.');
  };
}

function scopedQuery(bench: BenchContext, url: string, tenantId: string) {
  const client = createAppClient(url, { max: 10, prepare: true });
  bench.defer(() => client.end());
  const { id, slug, title, description, body, status } = posts;
  const { publishedAt, readingMinutes, authorId } = posts;
  const columns = { id, slug, title, description, body, status };
  return async () => {
    const rows = await withTenant(
      tenantId,
      (tx) =>
        tx
          .select({ ...columns, publishedAt, readingMinutes, authorId })
          .from(posts)
          .where(eq(posts.slug, nextSlug())),
      { client },
    );
    if (rows.length !== 1) throw new Error('The scoped query found no post.');
  };
}

let asked = 0;

/** Not always the same post: the database shall look it up and not remember it. */
function nextSlug(): string {
  asked += 1;
  return `post-${(asked % 50) + 1}`;
}
