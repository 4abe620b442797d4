import type { Sql } from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type AppClient, appClient, createAppClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { env } from '../env';
import { type TestDatabase, testDatabase } from '../testing/database';
import { makeTenant } from '../testing/make-tenant';
import { defineCron } from './define-cron';
import { drainJobs } from './drain-jobs';
import { defineHandler } from './handler';
import { on } from './on';
import { runCron } from './run-cron';
import { wire } from './wiring';

let database: TestDatabase;
let owner: Sql;
let client: AppClient;
let tenantId: string;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  env().DATABASE_URL = database.appUrl;
  client = createAppClient(database.appUrl, { max: 4 });
  tenantId = (await makeTenant(owner, 'acme')).id;
});
afterAll(async () => {
  await Promise.all([owner.end(), client.end(), appClient().end()]);
  await database.drop();
});
beforeEach(async () => {
  env().CRON_SECRET = 'correct-horse-battery';
  await owner`delete from platform.jobs`;
});

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const wiring = (run: () => Promise<void> = async () => {}) =>
  wire([on('note.*', defineHandler({ kind: 'note', run }))], { crons: [hourly] });
const hourly = defineCron({ name: 'hourly', every: '1h', run: async () => {} });
const note = (count: number) => owner`
  insert into platform.events (tenant_id, type) select ${tenantId}, 'note.made' from generate_series(1, ${count}::int)`;

test('works off events, jobs, audit log and what the clock asks for, and counts them', async () => {
  await owner`insert into platform.crons values ('hourly', now() - interval '5 hours')`;
  await note(30);
  const drained = await runCron(wiring(), 'Bearer correct-horse-battery', client);
  expect(drained).toMatchObject({
    events: 30,
    jobs: { done: 31, retry: 0, dead: 0, lost: 0 },
    isEmpty: true,
  });
  const [row] =
    await owner`select count(*)::int as n from platform.audit_log where tenant_id = ${tenantId}`;
  expect(row?.n).toBe(30);
  const again = await runCron(wiring(), 'bearer correct-horse-battery', client);
  expect(again).toMatchObject({ events: 0, jobs: { done: 0 }, isEmpty: true });
});

test('two at once share the work: every job is done once', async () => {
  let ran = 0;
  await note(40);
  const slow = wiring(async () => {
    ran += 1;
    await pause(2);
  });
  const [one, two] = await Promise.all([drainJobs(client, slow), drainJobs(client, slow)]);
  expect(one.jobs.done + two.jobs.done).toBe(40);
  expect(ran).toBe(40);
});

test('ends when its time is up, and says that more is left', async () => {
  await note(200);
  const slow = wiring(() => pause(30));
  const drained = await drainJobs(client, slow, 150);
  expect(drained.isEmpty).toBe(false);
  expect(drained.milliseconds).toBeLessThan(3000);
  expect(drained.jobs.done).toBeGreaterThan(0);
});

test.each([
  null,
  '',
  'Bearer',
  'Bearer ',
  'Bearer wrong',
  'Basic correct-horse-battery',
  'correct-horse-battery',
  'Bearer correct-horse-battery2',
])('is refused to %j, and nothing is done', async (authorization) => {
  await note(1);
  await expect(runCron(wiring(), authorization, client)).rejects.toMatchObject({
    code: 'not_signed_in',
  });
  const [row] = await owner`select count(*)::int as n from platform.jobs`;
  expect(row?.n).toBe(0);
});

test('without a secret it is off, and says what is missing', async () => {
  env().CRON_SECRET = undefined;
  const asked = runCron(wiring(), 'Bearer undefined', client);
  await expect(asked).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('CRON_SECRET'),
  });
});
