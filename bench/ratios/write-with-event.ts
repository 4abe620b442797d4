import postgres from 'postgres';
import { postsResource } from '@/lib/admin/resources/posts';
import { readingMinutes } from '@/lib/blog/post-rules';
import { createAppClient } from '@/lib/db/client';
import { asSystem } from '@/lib/resources/as-system';
import { createRecord } from '@/lib/resources/create-record';
import { tenantContext } from '@/lib/tenancy/tenant-context';
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant';
import { mockTenant } from '@/lib/testing/mock-tenant';
import { type BenchContext, type Measurement, pairCount } from '../bench-context';
import { measurePairs, ratiosOf, summarizeRun } from '../measure/measure-pairs';
import { median } from '../measure/statistics';
import { timeSerially } from '../measure/time-serially';
import type { Criterion } from '../report/ratio-result';
import { startBenchServer } from '../world/bench-database';

const criterion: Criterion = {
  id: 'P9',
  name: 'post with its event / bare insert',
  measure: 'median latency, one at a time, durable',
  better: 'lower',
  limit: 2,
  aim: 1.5,
};

/**
 * P9: writing a post the way the application does, against nothing but the insert of the same row.
 * Both as the application role behind row security, and both wait for the disk.
 */
export const measureWriteWithEvent: Measurement = async (bench) => {
  const server = await startBenchServer(bench, { durable: true });
  let tenant: MadeTenant | undefined;
  const database = await server.database('writes', async (owner) => {
    tenant = await makeTenant(owner, 'acme');
  });
  if (!tenant) throw new Error('There is no tenant to write for.');
  bench.say('P9: measuring');
  const times = bench.quick ? 60 : 300;
  const bare = bareInsert(bench, database.appUrl, tenant);
  const whole = wholeWrite(bench, database.appUrl, tenant);
  for (const work of [bare, whole, bare, whole]) await timeSerially(400, work);
  const run = await measurePairs(
    pairCount(bench),
    () => timeSerially(times, bare),
    () => timeSerially(times, whole),
  );
  const notes = [`of the slowest twentieth (p95): ${median(ratiosOf(run, 'p95')).toFixed(2)}`];
  return [{ ...criterion, ...summarizeRun(run, 'median'), notes }];
};

/** One statement, and a transaction by itself. The connection is bound to the tenant for good. */
function bareInsert(bench: BenchContext, url: string, tenant: MadeTenant) {
  const connection = { 'app.tenant_id': tenant.id, search_path: 'pool' };
  const sql = postgres(url, { max: 1, connection });
  bench.defer(() => sql.end());
  return async () => {
    const post = nextPost(tenant);
    await sql`
      insert into posts (tenant_id, slug, title, description, body, status, published_at, reading_minutes, author_id)
      values (${tenant.id}, ${post.slug}, ${post.title}, ${post.description ?? ''}, ${post.body ?? ''},
        'published', ${new Date()}, ${readingMinutes(post.body ?? '')}, ${post.authorId})
      returning id`;
  };
}

function wholeWrite(bench: BenchContext, url: string, tenant: MadeTenant) {
  const client = createAppClient(url, { max: 10, prepare: true });
  bench.defer(() => client.end());
  const ctx = tenantContext(mockTenant({ id: tenant.id, slug: tenant.slug }), { client });
  return () => createRecord(asSystem(ctx), postsResource, nextPost(tenant));
}

let written = 0;

function nextPost(tenant: MadeTenant) {
  written += 1;
  return {
    slug: `post-${written}`,
    title: `Post ${written}`,
    description: 'What is written to see how long writing takes.',
    body: `${'A paragraph of some length, as people write them.\n\n'.repeat(40)}${written}`,
    status: 'published',
    authorId: tenant.authorId,
  };
}
