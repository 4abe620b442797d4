import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppClient, createAppClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { type TestDatabase, testDatabase } from '../testing/database';
import { makeTenant } from '../testing/make-tenant';
import { finishJob, leaseJobs } from './job-store';

let database: TestDatabase;
let owner: Sql;
let client: AppClient;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  client = createAppClient(database.appUrl, { max: 2 });
});
afterAll(async () => {
  await Promise.all([owner.end(), client.end()]);
  await database.drop();
});

const plan = () => client.query((sql) => sql`select platform.plan_search_builds(10)`);
const builds = async () =>
  (await owner`select from platform.jobs where kind = 'search.build'`).length;

test('while an index is being made nobody asks for it again, and afterwards whoever was killed goes on', async () => {
  const { id } = await makeTenant(owner, 'acme');
  await plan();
  await plan();
  expect(await builds()).toBe(1);
  await owner`
    insert into platform.search_indexes (tenant_id, placement, live_index, next_index)
    values (${id}, 'dedicated', 'a', 'b')`;
  const [job] = await leaseJobs(client, 1, 60);
  await plan();
  expect(await builds()).toBe(1);
  if (job) await finishJob(client, job);
  await plan();
  expect(await builds()).toBe(2);
});
