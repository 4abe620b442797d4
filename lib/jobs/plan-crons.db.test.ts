import type { Sql } from 'postgres';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type AppClient, createAppClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { type TestDatabase, testDatabase } from '../testing/database';
import { makeTenant } from '../testing/make-tenant';
import { defineCron } from './define-cron';
import { cronPlanner } from './plan-crons';

let database: TestDatabase;
let owner: Sql;
let client: AppClient;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  client = createAppClient(database.appUrl, { max: 8 });
  for (const [slug, status] of [
    ['acme', 'active'],
    ['globex', 'suspended'],
    ['initech', 'deleted'],
  ]) {
    const { id } = await makeTenant(owner, slug ?? '');
    await owner`update platform.tenants set status = ${status ?? ''} where id = ${id}`;
  }
});
afterAll(async () => {
  await Promise.all([owner.end(), client.end()]);
  await database.drop();
});
afterEach(() => owner`truncate platform.jobs, platform.crons`);

const run = async () => {};
const hourly = defineCron({ name: 'hourly', every: '1h', run });
const hours = (count: number) => new Date(Date.now() - count * 3_600_000);
const jobs = async () => {
  const rows = await owner`
    select j.kind, t.slug, j.payload ->> 'slot' as slot from platform.jobs j
    left join platform.tenants t on t.id = j.tenant_id order by j.id`;
  return rows.map(({ kind, slug, slot }) => `${kind} ${slug ?? '-'} ${slot}`);
};
const slotOf = (now: Date) => `${hourly.slotAt(now)?.toISOString().slice(0, 19)}Z`;
const plan = (now: Date, cron = hourly) => cronPlanner(client, [cron])(now);
const finish = () => owner`update platform.jobs set done_at = now()`;

test('a new name begins with its next slot, and each slot is made once by however many', async () => {
  const planners = Array.from({ length: 8 }, () => cronPlanner(client, [hourly]));
  const all = (now: Date) => Promise.all(planners.map((planner) => planner(now)));
  await all(hours(3));
  expect(await jobs()).toEqual([]);
  await all(hours(2));
  await all(hours(2));
  expect(await jobs()).toEqual([`hourly - ${slotOf(hours(2))}`]);
});

test('slots that everybody missed run once, and a process that is late makes none anew', async () => {
  await plan(hours(9));
  await plan(hours(2));
  await finish();
  await plan(hours(5));
  expect(await jobs()).toEqual([`hourly - ${slotOf(hours(2))}`]);
});

test('a clock that is ahead claims nothing, and the slot is there when it has come', async () => {
  await plan(hours(3));
  await plan(hours(-2));
  await plan(hours(-2000));
  expect(await jobs()).toEqual([]);
  await plan(hours(1));
  expect(await jobs()).toHaveLength(1);
});

test('a slot adds no job while that of an earlier one has not ended', async () => {
  await plan(hours(4));
  await plan(hours(3));
  await plan(hours(2));
  expect(await jobs()).toHaveLength(1);
  await owner`update platform.jobs set dead_at = now()`;
  await plan(hours(1));
  expect(await jobs()).toHaveLength(2);
});

test('each living tenant gets one, suspended ones where it is asked for', async () => {
  const each = defineCron({ name: 'each', every: '1h', each: 'tenant', run });
  const all = defineCron({ name: 'all', every: '1h', each: 'tenant', whileSuspended: true, run });
  for (const cron of [each, all]) {
    await plan(hours(3), cron);
    await plan(hours(2), cron);
  }
  const slot = slotOf(hours(2));
  expect(await jobs()).toEqual([`each acme ${slot}`, `all acme ${slot}`, `all globex ${slot}`]);
});

test('it asks the database once a slot', async () => {
  const asked: unknown[] = [];
  const counting: AppClient = {
    ...client,
    query: (ask) => {
      asked.push(ask);
      return client.query(ask);
    },
  };
  const planner = cronPlanner(counting, [hourly]);
  for (let n = 0; n < 5; n += 1) await planner(hours(2));
  await planner(hours(1));
  expect(asked).toHaveLength(2);
});

test('nobody is waited for who works in another lane', async () => {
  const nightly = defineCron({ name: 'nightly', every: '1h', run });
  await plan(hours(3), nightly);
  await owner.begin(async (tx) => {
    // Of another lane, and of another bucket of locks.
    const [other] = await tx`
      select 'lane-' || n as lane from generate_series(1, 200) n
      where platform.lane_bucket(null, 'lane-' || n) <> platform.lane_bucket(null, 'nightly') limit 1`;
    await tx`insert into platform.jobs (kind, lane) values ('x', ${other?.lane})`;
    await plan(hours(1), nightly);
  });
  expect((await jobs()).filter((job) => job.startsWith('nightly'))).toHaveLength(1);
});
