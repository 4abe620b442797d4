import type { Sql } from 'postgres';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { appClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { env } from '../env';
import { startCurrentWorker } from '../jobs/current-worker';
import { definePlatformHandler } from '../jobs/handler';
import { wire } from '../jobs/wiring';
import { type TestDatabase, testDatabase } from '../testing/database';
import { checkHealth } from './check-health';
import { checkJobs } from './check-jobs';

let database: TestDatabase;
let owner: Sql;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  env().DATABASE_URL = database.appUrl;
});
afterAll(async () => {
  await Promise.all([owner.end(), appClient().end()]);
  await database.drop();
});
afterEach(() => owner`delete from platform.jobs`);

test('without a worker it is off, and says what waits and what was given up', async () => {
  expect(await checkJobs()).toEqual({ status: 'off', detail: 'worker off, nothing due, 0 dead' });
  await owner`insert into platform.jobs (kind, run_at, dead_at) values
    ('x', now() - interval '1000 s', null), ('x', now(), now()), ('x', now() + interval '1 h', null)`;
  expect((await checkJobs()).detail).toMatch(/^worker off, oldest due for 100\d s, 1 dead$/);
});

test('it counts the audit logs that cannot be sealed, while events wait for them', async () => {
  await owner`insert into platform.seal_faults (tenant_id, reason) values (null, 'no room')`;
  expect((await checkJobs()).detail).toBe('worker off, nothing due, 0 dead');
  await owner`insert into platform.events (type, done_at) values ('x', now())`;
  expect((await checkJobs()).detail).toMatch(/0 dead, audit logs not sealed: 1$/);
  await owner`delete from platform.events`;
  await owner`delete from platform.seal_faults`;
});

test('with a worker it is up, and down when work stands still', async () => {
  const idle = definePlatformHandler({ kind: 'housekeeping', run: async () => {} });
  const worker = startCurrentWorker(appClient(), wire([], { jobs: [idle] }));
  for (const end = Date.now() + 8000; worker.age() === null; ) {
    if (Date.now() > end) throw new Error('The worker never looked.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(await checkJobs()).toEqual({ status: 'up', detail: 'worker on, nothing due, 0 dead' });
  await worker.stop();
  await owner`insert into platform.jobs (kind, run_at) values ('x', now() - interval '301 s')`;
  expect(await checkJobs()).toMatchObject({ status: 'down' });
  const health = await checkHealth();
  expect(health.status).toBe('degraded');
  expect(health.checks.jobs.detail).toMatch(/oldest due/);
});
