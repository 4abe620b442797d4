import type { Sql } from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type AppClient, appClient, createAppClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { env } from '../env';
import { runAsTenant } from '../tenancy/run-as-tenant';
import { type TestDatabase, testDatabase } from '../testing/database';
import { makeTenant } from '../testing/make-tenant';
import { until } from '../testing/worker-trial';
import { defineJob } from './define-job';
import { enqueueJob } from './enqueue-job';
import { type Job, ToldFailure } from './handler';
import { leaseJobs } from './job-store';
import { runJob } from './run-job';
import { wire } from './wiring';

let database: TestDatabase;
let owner: Sql;
let client: AppClient;
let acme = '';
beforeAll(async () => {
  database = await testDatabase();
  env().DATABASE_URL = database.appUrl;
  owner = openOwnerClient(database.ownerUrl);
  client = createAppClient(database.appUrl, { max: 4 });
  acme = (await makeTenant(owner, 'acme')).id;
});
afterAll(async () => {
  await Promise.all([owner.end(), client.end(), appClient().end()]);
  await database.drop();
});
afterEach(() => owner`truncate platform.jobs`);

let work: (payload: { post: string; at: Date }, job: Job) => Promise<void> = async () => {};
const schema = z.object({ post: z.string().min(1), at: z.coerce.date() });
const share = defineJob({
  kind: 'share',
  schema,
  inOrder: true,
  timeLimitSeconds: 20,
  run: (_, payload, job) => work(payload, job),
});
const wiring = wire([], { jobs: [share] });
const stopping = new AbortController().signal;
const runNext = async (leaseSeconds = 60) => {
  const [job] = await leaseJobs(client, 1, leaseSeconds);
  if (!job) throw new Error('Nothing is due.');
  return runJob({ client, wiring, stopping, leaseSeconds }, job);
};
const row = async () => (await owner`select * from platform.jobs order by id desc limit 1`)[0];

describe('a job that was declared with a schema', () => {
  test('gets what it was asked with, checked, as the tenant of the transaction', async () => {
    const seen: unknown[] = [];
    work = async (payload) => void seen.push(payload);
    const at = new Date('2026-01-02T03:04:05Z');
    await runAsTenant(acme, ({ db }) => db.write((tx) => enqueueJob(tx, share, { post: 'x', at })));
    expect(await row()).toMatchObject({ tenant_id: acme, kind: 'share', lane: 'share' });
    expect(await runNext()).toBe('done');
    expect(seen).toEqual([{ post: 'x', at }]);
  });

  test('is there once under its key, another tenant’s key is its own, and none is without the commit', async () => {
    const at = new Date();
    const ask = (id: string, key?: string) =>
      runAsTenant(id, ({ db }) =>
        db.write(async (tx) => {
          await enqueueJob(tx, share, { post: 'x', at }, { key });
          if (!key) throw new Error('undo');
        }),
      );
    const globex = (await makeTenant(owner, 'globex')).id;
    for (const id of [acme, acme, globex]) await ask(id, 'today');
    await expect(ask(acme)).rejects.toThrow('undo');
    const rows = await owner`select tenant_id from platform.jobs order by id`;
    expect(rows.map(({ tenant_id }) => tenant_id)).toEqual([acme, globex]);
  });

  test('is not asked for with anything else, and the change is undone', async () => {
    const asked = runAsTenant(acme, ({ db }) =>
      db.write((tx) => enqueueJob(tx, share, { post: '', at: 'never' } as never)),
    );
    await expect(asked).rejects.toThrow(
      /^A job of the kind share was asked for, but its payload does not fit its schema: post: .*; at: /,
    );
    expect(await row()).toBeUndefined();
  });

  test('whose row does not fit goes to the dead letters, and says why without its values', async () => {
    let ran = 0;
    work = async () => void ran++;
    await owner`insert into platform.jobs (tenant_id, kind, payload) values (${acme}, 'share', '{"post": 7, "at": "2026-01-01", "secret": "hunter2"}')`;
    expect(await runNext()).toBe('dead');
    const { last_error, last_failure } = (await row()) ?? {};
    expect(last_error).toMatch(/^Its payload does not fit its schema: post: /);
    expect(last_failure).toBe(last_error);
    expect(`${last_error}`).not.toMatch(/7|hunter2/);
    expect(ran).toBe(0);
  });
});

const add = () => owner`
  insert into platform.jobs (tenant_id, kind, payload)
  values (${acme}, 'share', '{"post": "x", "at": "2026-01-01"}')`;

describe('work that takes long', () => {
  test('keeps its job beyond the lease, and nobody else gets it', async () => {
    await add();
    let end = () => {};
    const gate = new Promise<void>((resolve) => {
      end = resolve;
    });
    let hasBegun = false;
    work = () => {
      hasBegun = true;
      return gate;
    };
    const outcome = runNext(1);
    await until(() => hasBegun);
    const begun = Date.now();
    // Two leases and a half.
    while (Date.now() - begun < 2500) {
      expect(await leaseJobs(client, 1, 60)).toEqual([]);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    end();
    expect(await outcome).toBe('done');
  });

  test('is told when somebody else has its job by now', async () => {
    await add();
    let reason: unknown;
    let hasBegun = false;
    work = (_, { signal }) =>
      new Promise((_resolve, reject) => {
        hasBegun = true;
        signal.addEventListener('abort', () => {
          reason = signal.reason;
          reject(signal.reason);
        });
      });
    const outcome = runNext(1);
    await until(() => hasBegun);
    await owner`update platform.jobs set lease_id = gen_random_uuid()`;
    expect(await outcome).toBe('lost');
    expect(String(reason)).toContain('Somebody else has the job by now.');
  });

  test('says how far it is: at once, seldom, and the last word always', async () => {
    await add();
    const writes: unknown[] = [];
    work = async (_, { progress }) => {
      await progress(1, 400, 'posts');
      writes.push((await row())?.progress_done);
      for (let n = 2; n < 400; n += 1) await progress(n, 400, 'posts');
      writes.push((await row())?.progress_done);
      await progress(400, 400, 'posts');
    };
    expect(await runNext()).toBe('done');
    const [first, second] = writes;
    expect(first).toBe(1);
    // On a machine that stands still for a second it may be one more.
    expect(Number(second)).toBeLessThan(399);
    expect(await row()).toMatchObject({
      ...{ progress_done: 400, progress_total: 400, progress_words: 'posts' },
    });
  });

  test('keeps its last word when it fails, with what a tenant may read of it', async () => {
    await add();
    work = async (_, { progress }) => {
      await progress(1, 2);
      await progress(2, 2);
      throw new Error('connect ECONNREFUSED 10.0.0.7:5432');
    };
    expect(await runNext()).toBe('retry');
    const failed = await row();
    expect(failed).toMatchObject({
      progress_done: 2,
      last_error: 'connect ECONNREFUSED 10.0.0.7:5432',
    });
    expect(failed?.last_failure).not.toMatch(/10\.0|5432|ECONN/);
    work = async () => {
      throw new ToldFailure('The file is empty.');
    };
    await owner`update platform.jobs set run_at = now()`;
    await runNext();
    expect(await row()).toMatchObject({ last_failure: 'The file is empty.' });
  });
});
