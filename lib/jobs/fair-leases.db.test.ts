import type { Sql } from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type AppClient, createAppClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { type TestDatabase, testDatabase } from '../testing/database';
import { makeTenant } from '../testing/make-tenant';
import { type LeasedJob, leaseJobs } from './job-store';
import { takeTurns } from './take-turns';

let database: TestDatabase;
let owner: Sql;
let client: AppClient;
let [big, small, third] = ['', '', ''];
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  client = createAppClient(database.appUrl, { max: 4 });
  const made: string[] = [];
  for (const slug of ['one', 'two', 'three']) made.push((await makeTenant(owner, slug)).id);
  [big = '', small = '', third = ''] = made;
});
afterAll(async () => {
  await Promise.all([owner.end(), client.end()]);
  await database.drop();
});
afterEach(() => owner`truncate platform.jobs`);

const due = (tenantId: string | null, count: number, kind = 'a') => owner`
  insert into platform.jobs (tenant_id, kind, run_at)
  select ${tenantId}, ${kind}, now() - interval '1 hour' from generate_series(1, ${count}::int)`;
const kindsOf = (leased: LeasedJob[]) => leased.map(({ kind }) => kind).sort();

describe('a tenant with thousands of due jobs', () => {
  test.each([1, 2, 4, 9])('does not keep another’s one waiting, leased %i at a time', async (n) => {
    await due(big, 5000);
    const lease = takeTurns(client);
    expect(await lease(n, 60)).toHaveLength(n);
    await due(small, 1, 'b');
    const next = await lease(n, 60);
    // With one at a time either may have had the first turn, and then it is the other's.
    const after = n === 1 ? await lease(n, 60) : [];
    expect(kindsOf([...next, ...after])).toContain('b');
    expect(kindsOf(next)).toHaveLength(n);
  });

  test('shares turns with the others, and gets all of them when it is alone', async () => {
    await due(big, 5000, 'big');
    await due(small, 3, 'small');
    await due(third, 5, 'third');
    const lease = takeTurns(client);
    const order: string[] = [];
    for (let n = 0; n < 14; n += 1) order.push(...kindsOf(await lease(1, 60)));
    const rounds = [0, 3, 6].map((at) => order.slice(at, at + 3).sort());
    expect(rounds).toEqual(Array(3).fill(['big', 'small', 'third']));
    expect(order.slice(9).filter((kind) => kind === 'third')).toHaveLength(2);
    expect(kindsOf(await lease(4, 60))).toEqual(Array(4).fill('big'));
  });

  test('may be the platform, and does not keep it waiting either', async () => {
    await due(null, 100, 'platform');
    await due(small, 1, 'tenant');
    expect(kindsOf(await leaseJobs(client, 2, 60))).toEqual(['platform', 'tenant']);
    await owner`truncate platform.jobs`;
    await due(big, 100, 'tenant');
    await due(null, 1, 'platform');
    expect(kindsOf(await leaseJobs(client, 2, 60))).toEqual(['platform', 'tenant']);
  });
});

test('of each tenant the oldest comes first', async () => {
  await due(big, 20, 'later');
  await owner`
    insert into platform.jobs (tenant_id, kind, run_at) values
      (${big}, 'oldest', now() - interval '2 hours'), (${big}, 'second', now() - interval '90 min')`;
  await due(small, 20, 'other');
  const lease = takeTurns(client);
  const order: string[] = [];
  for (let n = 0; n < 3; n += 1) order.push(...kindsOf(await lease(2, 60)));
  expect(order).toEqual(['oldest', 'other', 'other', 'second', 'later', 'other']);
});

test('what is for later, of however many, is neither lent nor in the way for long', async () => {
  await owner`
    insert into platform.tenants (slug, name, owner_id)
    select 'later-' || n, 'Later', t.owner_id from platform.tenants t, generate_series(1, 300) n
    where t.id = ${big}`;
  await owner`
    insert into platform.jobs (tenant_id, kind, run_at)
    select id, 'later', now() + interval '1 hour' from platform.tenants where slug like 'later-%'`;
  const lease = takeTurns(client);
  expect(await lease(4, 60)).toEqual([]);
  await due(big, 500, 'big');
  await due(small, 1, 'small');
  let leases = 0;
  for (let seen = ''; !seen.includes('small'); leases += 1) {
    const leased = await lease(4, 60);
    expect(leased).toHaveLength(4);
    seen = kindsOf(leased).join();
  }
  expect(leases).toBeLessThanOrEqual(11);
  await due(third, 2, 'few');
  await owner`delete from platform.jobs where kind = 'big'`;
  expect(kindsOf(await lease(4, 60))).toEqual(['few', 'few']);
  expect(await lease(4, 60)).toEqual([]);
});

test('many at once share the jobs, each is lent once', async () => {
  await due(big, 60);
  await due(small, 20);
  await due(third, 1);
  const leased = new Set<number>();
  let count = 0;
  const work = async () => {
    const lease = takeTurns(client);
    for (let jobs = await lease(3, 60); jobs.length > 0; jobs = await lease(3, 60)) {
      count += jobs.length;
      for (const { id } of jobs) leased.add(id);
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  expect([leased.size, count]).toEqual([81, 81]);
});

test('of 50,000 due jobs few are looked at, whatever statistics say', async () => {
  await due(big, 50_000);
  await due(small, 1);
  const pagesRead = () =>
    owner.begin(async (sql) => {
      const look = () => sql`explain (analyze, buffers) select * from platform.lease_jobs(4, 60)`;
      // The first time counts what planning reads.
      await look();
      const plan = (await look()).map((row) => row['QUERY PLAN']).join('\n');
      return Number(/shared hit=(\d+)/.exec(plan)?.[1]);
    });
  const [{ pages } = { pages: 0 }] = await owner`
    select pg_relation_size('platform.jobs') / 8192 as pages`;
  expect(Number(pages)).toBeGreaterThan(450);
  expect(await pagesRead()).toBeLessThan(200);
  await owner`analyze platform.jobs`;
  expect(await pagesRead()).toBeLessThan(200);
});
