import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppClient, createAppClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { type TestDatabase, testDatabase } from '../testing/database';
import { makeTenant } from '../testing/make-tenant';
import { housekeeping, prune } from './housekeeping';
import { leaseJobs } from './job-store';
import { cronPlanner } from './plan-crons';

let database: TestDatabase;
let owner: Sql;
let client: AppClient;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  client = createAppClient(database.appUrl, { max: 1 });
});
afterAll(async () => {
  await Promise.all([owner.end(), client.end()]);
  await database.drop();
});

test('what has had its time goes, and everything else stays', async () => {
  const { id } = await makeTenant(owner, 'acme');
  const [person] = await owner`select owner_id as id from platform.tenants`;
  const old = owner`now() - interval '31 days'`;
  await owner`insert into platform.events (tenant_id, type, created_at, done_at, sealed_at) values
    (${id}, 'gone', ${old}, now(), now()), (${id}, 'untold', ${old}, null, now()),
    (${id}, 'unsealed', ${old}, now(), null), (${id}, 'awaited', ${old}, now(), now()),
    (${id}, 'young', now(), now(), now())`;
  await owner`insert into platform.jobs (kind, event_id, dead_at)
    select 'awaiting', id, now() from platform.events where type = 'awaited'`;
  await owner`insert into platform.jobs (kind, done_at, dead_at) values
    ('gone', now() - interval '8 days', null), ('young', now(), null), ('dead', null, ${old}), ('waiting', null, null)`;
  await owner`insert into platform.sessions (user_id, user_agent, expires_at) values
    (${person?.id}, 'gone', now() - interval '2 days'), (${person?.id}, 'live', now() + interval '1 day')`;
  await owner`insert into platform.refresh_tokens (id, session_id, expires_at)
    select gen_random_uuid(), id, now() + d * interval '2 days' from platform.sessions, unnest(array[-1, 1]) d
    where user_agent = 'live'`;
  await owner`insert into platform.rate_limits values ('gone', 1, now() - interval '1 s'), ('live', 1, now() + interval '1 h')`;
  await owner`insert into platform.idempotency_keys (tenant_id, user_id, key, fingerprint, created_at) values
    (${id}, ${person?.id}, 'gone', 'x', now() - interval '25 hours'), (${id}, ${person?.id}, 'live', 'x', now())`;
  expect(await prune(client, AbortSignal.timeout(10_000))).toBe(6);
  const left = async (table: string, column: string) => {
    const rows = await owner.unsafe(`select ${column} as name from platform.${table} order by 1`);
    return rows.map(({ name }) => name);
  };
  expect(await left('events', 'type')).toEqual(['awaited', 'unsealed', 'untold', 'young']);
  expect(await left('jobs', 'kind')).toEqual(['awaiting', 'dead', 'waiting', 'young']);
  expect(await left('sessions', 'user_agent')).toEqual(['live']);
  expect(await left('refresh_tokens', 'expires_at > now()')).toEqual([true]);
  expect(await left('rate_limits', 'key')).toEqual(['live']);
  expect(await left('idempotency_keys', 'key')).toEqual(['live']);
});

test('more than fit into one go all go', async () => {
  await owner`insert into platform.rate_limits select 'old-' || n, 1, now() - interval '1 h' from generate_series(1, 4500) n`;
  expect(await prune(client, AbortSignal.timeout(10_000))).toBe(4500);
});

test('it is planned once a day, whoever asks', async () => {
  await owner`delete from platform.jobs`;
  await owner`insert into platform.crons values ('housekeeping', now() - interval '3 days')`;
  await Promise.all([1, 2, 3, 4].map(() => cronPlanner(client, [housekeeping])()));
  expect(await leaseJobs(client, 9, 60)).toMatchObject([{ kind: 'housekeeping' }]);
});
