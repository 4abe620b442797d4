import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type AppClient, createAppClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { type TestDatabase, testDatabase } from '../testing/database';
import { type MadeTenant, makeTenant } from '../testing/make-tenant';
import {
  failJob,
  fanOutEvents,
  finishJob,
  type LeasedJob,
  leaseJobs,
  readJob,
  readJobHealth,
} from './job-store';

let database: TestDatabase;
let owner: postgres.Sql;
let client: AppClient;
let acme: MadeTenant;
let globex: MadeTenant;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  client = createAppClient(database.appUrl, { max: 4 });
  [acme, globex] = [await makeTenant(owner, 'acme'), await makeTenant(owner, 'globex')];
});
afterAll(async () => {
  await Promise.all([owner.end(), client.end()]);
  await database.drop();
});
afterEach(async () => {
  await owner`delete from platform.jobs`;
  await owner`delete from platform.events`;
});

const record = async (type: string, tenant: MadeTenant | null = acme) => {
  const [row] = await owner`
    insert into platform.events (tenant_id, type, payload, cache_tags)
    values (${tenant?.id ?? null}, ${type}, '{"label": "x"}', array['t:1']) returning id::int`;
  return row?.id as number;
};
const jobsOf = async () => {
  const rows =
    await owner`select event_id::int as event, kind, tenant_id from platform.jobs order by 1, 2`;
  return rows.map(({ event, kind }) => `${event} ${kind}`);
};
const one = async (seconds = 60): Promise<LeasedJob> => {
  const [job] = await leaseJobs(client, 1, seconds);
  if (!job) throw new Error('Nothing is due.');
  return job;
};
const said = (reason: string) => ({ reason, words: 'It failed.' });
const expire = () => owner`update platform.jobs set run_at = now(), locked_until = now()`;

describe('events become jobs', () => {
  test('one for each handler, by exact type and by pattern, once', async () => {
    const post = await record('post.updated');
    const weird = await record('a_b.updated');
    const nobody = await record('nothing.known');
    const kinds = {
      'post.*': ['a'],
      '*.updated': ['b', 'a'],
      'post.updated': ['c'],
      'aXb.*': ['d'],
    };
    expect(await fanOutEvents(client, kinds)).toBe(3);
    expect(await jobsOf()).toEqual([
      `${post} a`,
      `${post} b`,
      `${post} c`,
      `${weird} a`,
      `${weird} b`,
    ]);
    expect(await fanOutEvents(client, kinds)).toBe(0);
    const [row] = await owner`select done_at from platform.events where id = ${nobody}`;
    expect(row?.done_at).toBeInstanceOf(Date);
  });
  test('told again, as after a crash, they give no second job', async () => {
    await record('post.updated');
    await fanOutEvents(client, { '*': ['a'] });
    await owner`update platform.events set done_at = null`;
    expect(await fanOutEvents(client, { '*': ['a', 'b'] })).toBe(1);
    expect(await jobsOf()).toHaveLength(2);
  });
  test('many at once by many: every event once', async () => {
    for (let n = 0; n < 40; n += 1) await record('post.updated', n % 2 ? acme : globex);
    const told = await Promise.all(
      Array.from({ length: 8 }, () => fanOutEvents(client, { '*': ['a'] }, 10)),
    );
    expect(told.reduce((sum, count) => sum + count, 0)).toBe(40);
    expect(await jobsOf()).toHaveLength(40);
  });
  test('the tenant goes along; the platform’s own have none', async () => {
    await record('post.updated', globex);
    await record('user.created', null);
    await fanOutEvents(client, { '*': ['a'] });
    const rows = await owner`select tenant_id from platform.jobs order by event_id`;
    expect(rows.map((row) => row.tenant_id)).toEqual([globex.id, null]);
  });
});

describe('a lease', () => {
  test('is given to one of many, and tells what is in the job to its holder alone', async () => {
    const event = await record('post.updated');
    await fanOutEvents(client, { '*': ['a'] });
    const leased = (await Promise.all([1, 2, 3, 4].map(() => leaseJobs(client, 5, 60)))).flat();
    expect(leased).toMatchObject([{ kind: 'a', attempt: 1 }]);
    const [job] = leased as [LeasedJob];
    expect(await readJob(client, job)).toMatchObject({
      tenantId: acme.id,
      eventId: event,
      event: { id: event, type: 'post.updated', payload: { label: 'x' }, cacheTags: ['t:1'] },
    });
    expect(await readJob(client, { ...job, lease: crypto.randomUUID() })).toBeNull();
  });
  test('that ended gives the job to the next; who lost it can neither finish nor fail it', async () => {
    await owner`insert into platform.jobs (tenant_id, kind) values (${acme.id}, 'a')`;
    const lost = await one();
    await expire();
    const held = await one();
    expect(held.attempt).toBe(2);
    expect(await finishJob(client, lost)).toBe(false);
    expect(await failJob(client, lost, said('x'), null)).toBe(false);
    expect(await readJob(client, lost)).toBeNull();
    expect(await finishJob(client, held)).toBe(true);
    expect(await finishJob(client, held)).toBe(false);
    expect(await leaseJobs(client, 5, 60)).toEqual([]);
  });
  test('that ended and was given to nobody still counts: the work was done', async () => {
    await owner`insert into platform.jobs (kind) values ('a')`;
    const job = await one();
    await expire();
    expect(await finishJob(client, job)).toBe(true);
  });
  test('failed comes back when it is time, given up never', async () => {
    await owner`insert into platform.jobs (kind) values ('a')`;
    expect(await failJob(client, await one(), said('first'), 3600)).toBe(true);
    expect(await leaseJobs(client, 5, 60)).toEqual([]);
    await expire();
    expect(await failJob(client, await one(), said('second'), null)).toBe(true);
    await expire();
    expect(await leaseJobs(client, 5, 60)).toEqual([]);
    expect(await readJobHealth(client)).toMatchObject({ oldestSeconds: null, dead: 1 });
    const [row] = await owner`select last_error, attempts from platform.jobs`;
    expect(row).toEqual({ last_error: 'second', attempts: 2 });
  });
});

describe('inside a tenant', () => {
  const bound = async (statement: string) => {
    const sql = postgres(database.appUrl, { max: 1 });
    try {
      return await sql.begin(async (tx) => {
        await tx`select set_config('app.tenant_id', ${acme.id}, true)`;
        return tx.unsafe(statement);
      });
    } finally {
      await sql.end();
    }
  };
  test.each([
    `insert into platform.jobs (tenant_id, kind, event_id) values ('TENANT', 'a', 1)`,
    `insert into platform.jobs (tenant_id, kind, dead_at) values ('TENANT', 'a', now())`,
    `insert into platform.events (tenant_id, type, sealed_at) values ('TENANT', 'x', now())`,
    `insert into platform.events (tenant_id, type, done_at) values ('TENANT', 'x', now())`,
  ])('%s is refused', async (statement) => {
    await expect(bound(statement.replace('TENANT', acme.id))).rejects.toMatchObject({
      code: '42501',
    });
  });
  test('a job on loan is told to nobody', async () => {
    await owner`insert into platform.jobs (tenant_id, kind) values (${acme.id}, 'a')`;
    const { id, lease } = await one();
    expect(await bound(`select * from platform.read_job(${id}, '${lease}')`)).toHaveLength(0);
    expect(await readJob(client, { id, lease, kind: 'a', attempt: 1 })).not.toBeNull();
  });
});

test('health tells the age of what nobody has taken up, an event too', async () => {
  await record('post.updated');
  await owner`update platform.events set run_at = now() - interval '90 seconds'`;
  const { oldestSeconds } = await readJobHealth(client);
  expect(oldestSeconds).toBeGreaterThan(89);
});
