import type { Sql } from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type AppClient, createAppClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { type TestDatabase, testDatabase } from '../testing/database';
import { makeTenant } from '../testing/make-tenant';
import { failJob, fanOutEvents, finishJob, type LeasedJob, leaseJobs } from './job-store';

let database: TestDatabase;
let owner: Sql;
let client: AppClient;
let [acme, globex] = ['', ''];
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  client = createAppClient(database.appUrl, { max: 8 });
  acme = (await makeTenant(owner, 'acme')).id;
  globex = (await makeTenant(owner, 'globex')).id;
});
afterAll(async () => {
  await Promise.all([owner.end(), client.end()]);
  await database.drop();
});
afterEach(() => owner`truncate platform.jobs, platform.events`);

const failed = { reason: 'x', words: 'x' };
const add = async (tenant: string | null, lane: string | null = 'a', count = 1) => {
  const rows = await owner`
    insert into platform.jobs (tenant_id, kind, lane) select ${tenant}::uuid, 'k', ${lane}::text
    from generate_series(1, ${count}::int) returning id::int`;
  return rows.map(({ id }) => id as number);
};
const lease = async (count = 9, seconds = 60) => leaseJobs(client, count, seconds);
const idsOf = (jobs: LeasedJob[]) => jobs.map(({ id }) => id);
const only = ([job]: LeasedJob[]) => job as LeasedJob;
const expire = (id: number) => owner`update platform.jobs set run_at = now() where id = ${id}`;

describe('of a lane', () => {
  test('one is lent at a time, the next when it is done or given up, and not while it is repeated', async () => {
    const [first = 0, second, third] = await add(acme, 'a', 3);
    const job = only(await lease());
    expect([job.id, await lease()]).toEqual([first, []]);
    await failJob(client, job, failed, 3600);
    expect(await lease()).toEqual([]);
    await expire(first);
    const again = only(await lease());
    expect(again).toMatchObject({ id: first, attempt: 2 });
    await failJob(client, again, failed, null);
    const next = only(await lease());
    expect([next.id, await lease()]).toEqual([second, []]);
    await finishJob(client, next);
    expect(idsOf(await lease())).toEqual([third]);
  });

  test('the next waits for a lease that ended, too: its job is begun again first', async () => {
    const [first = 0] = await add(acme, 'a', 2);
    await lease(9, 0);
    await expire(first);
    expect(idsOf(await lease())).toEqual([first]);
    expect(await lease()).toEqual([]);
  });

  test('other lanes, other tenants, the platform and jobs without one go on', async () => {
    const ids = [
      ...[await add(acme, 'a', 2), await add(acme, 'b'), await add(globex, 'a')],
      ...[await add(null, 'a'), await add(acme, null, 2)],
    ].map(([id]) => id);
    const extra = await owner`select id::int from platform.jobs where lane is null`;
    const expected = [...ids.slice(0, 4), ...extra.map(({ id }) => id)];
    expect(idsOf(await lease(20)).sort((a, b) => a - b)).toEqual(expected);
  });

  test('what was given up and is sent back takes the next turn, and does not run beside another', async () => {
    const [first = 0, second = 0, third] = await add(acme, 'a', 3);
    await failJob(client, only(await lease()), failed, null);
    const running = only(await lease());
    await owner`update platform.jobs set dead_at = null, attempts = 0 where id = ${first}`;
    expect([running.id, await lease()]).toEqual([second, []]);
    await finishJob(client, running);
    const back = only(await lease());
    expect([back.id, await lease()]).toEqual([first, []]);
    await finishJob(client, back);
    expect(idsOf(await lease())).toEqual([third]);
  });

  test('the next follows one that was taken away', async () => {
    const [first = 0, second] = await add(acme, 'a', 2);
    await owner`delete from platform.jobs where id = ${first}`;
    expect(idsOf(await lease())).toEqual([second]);
  });

  test('a tenant goes with all of its jobs', async () => {
    const { id } = await makeTenant(owner, 'gone');
    await add(id, 'a', 5);
    await owner`delete from platform.tenants where id = ${id}`;
    expect(await lease()).toEqual([]);
  });
});

test('two cannot stand in front, whatever a statement says', async () => {
  await add(acme, 'a', 2);
  const both = owner`update platform.jobs set waits = false`;
  await expect(both).rejects.toMatchObject({ constraint_name: 'jobs_lane_front_key' });
});

test('added and ended by many at once, none is left behind and none is lent twice', async () => {
  const seen: number[] = [];
  let isAdding = true;
  const work = async () => {
    for (;;) {
      const jobs = await lease(3);
      if (jobs.length === 0 && !isAdding) return;
      for (const job of jobs) {
        seen.push(job.id);
        expect(await finishJob(client, job)).toBe(true);
      }
    }
  };
  const workers = [1, 2, 3, 4].map(work);
  for (let n = 0; n < 40; n += 1) {
    await Promise.all([add(acme), add(globex), add(acme, 'b')]);
  }
  isAdding = false;
  await Promise.all(workers);
  const [left] = await owner`select count(*)::int as n from platform.jobs where done_at is null`;
  expect([left?.n, seen.length, new Set(seen).size]).toEqual([0, 120, 120]);
});

describe('events', () => {
  const record = (tenant: string, count: number) => owner`
    insert into platform.events (tenant_id, type) select ${tenant}, 'tenant.x' from generate_series(1, ${count}::int)`;
  const order = async () => {
    const rows = await owner`
      select array_agg(event_id::int order by id) as events from platform.jobs group by tenant_id`;
    return rows.map(({ events }) => events as number[]);
  };
  const sorted = (list: number[]) => list.toSorted((a, b) => a - b);

  test('get their jobs in the order of their ids, told by many at once', async () => {
    await record(acme, 60);
    await record(globex, 60);
    const told = await Promise.all(
      Array.from({ length: 8 }, () => fanOutEvents(client, { '*': ['a', 'b'] }, 20, ['a'])),
    );
    expect(told.reduce((sum, one) => sum + one, 0)).toBe(120);
    for (const events of await order()) expect(events).toEqual(sorted(events));
    const [row] = await owner`
      select count(*) filter (where not waits)::int as front, count(*)::int as n
      from platform.jobs where lane = 'a'`;
    expect(row).toEqual({ front: 2, n: 120 });
    expect(await lease(500)).toHaveLength(122);
  });

  test('are not overtaken by later ones of their tenant while somebody holds them', async () => {
    await record(acme, 3);
    await record(globex, 2);
    const [held] = await owner`select min(id)::int + 1 as id from platform.events`;
    const sealing = openOwnerClient(database.ownerUrl);
    await sealing.begin(async (sql) => {
      await sql`select from platform.events where id = ${held?.id} for update`;
      expect(await fanOutEvents(client, { '*': ['a'] }, 500, ['a'])).toBe(3);
    });
    await sealing.end();
    expect(await fanOutEvents(client, { '*': ['a'] }, 500, ['a'])).toBe(2);
    for (const events of await order()) expect(events).toEqual(sorted(events));
  });
});

test('100,000 that wait cost a lease nothing', async () => {
  await add(acme, 'a', 100_000);
  await add(globex, null);
  await owner`analyze platform.jobs`;
  const pages = await owner.begin(async (sql) => {
    const look = () => sql`explain (analyze, buffers) select * from platform.lease_jobs(4, 60)`;
    // The first time counts what planning reads.
    await sql`savepoint before`;
    await look();
    await sql`rollback to before`;
    const plan = (await look()).map((row) => row['QUERY PLAN']).join('\n');
    await sql`rollback to before`;
    return Number(/shared hit=(\d+)/.exec(plan)?.[1]);
  });
  expect(pages).toBeLessThan(100);
  const jobs = await lease(4);
  expect(jobs).toHaveLength(2);
  for (const job of jobs) await finishJob(client, job);
  expect(await lease(4)).toHaveLength(1);
});
