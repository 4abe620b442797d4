import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppClient, createAppClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { type TestDatabase, testDatabase } from '../testing/database';
import { makeTenant } from '../testing/make-tenant';
import { defineCron } from './define-cron';
import { fanOutEvents, leaseJobs } from './job-store';
import { cronPlanner } from './plan-crons';

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

/** Gives what was announced by the work; notices of one sender come in order, so a last one ends the wait. */
async function announcedBy(work: () => Promise<unknown>): Promise<string[]> {
  const heard: string[] = [];
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  for (const channel of ['tenantry_jobs', 'tenantry_events']) {
    await owner.listen(channel, (text) => (text === 'end' ? end() : heard.push(channel)));
  }
  await work();
  await owner.notify('tenantry_jobs', 'end');
  await ended;
  return heard;
}

// Found by a server that used half a processor while nobody asked it anything: each look for work
// announced work, and so led to the next look.
test('looking for work announces none', async () => {
  const hourly = defineCron({ name: 'hourly', every: '1h', run: async () => {} });
  await owner`insert into platform.crons values ('hourly', now() - interval '5 hours')`;
  await cronPlanner(client, [hourly])();
  const heard = await announcedBy(async () => {
    await cronPlanner(client, [hourly])();
    await fanOutEvents(client, { '*': ['nothing'] }, 500);
    await leaseJobs(client, 4, 60);
  });
  expect(heard).toEqual([]);
});

test('a new event and its job are announced', async () => {
  const { id } = await makeTenant(owner, 'acme');
  const heard = await announcedBy(async () => {
    await owner`insert into platform.events (tenant_id, type) values (${id}, 'post.created')`;
    await fanOutEvents(client, { 'post.created': ['nothing'] }, 500);
  });
  expect(new Set(heard)).toEqual(new Set(['tenantry_events', 'tenantry_jobs']));
});
