import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { jobsResource } from '../admin/resources/jobs';
import { jobsResource as consoleJobs } from '../console/resources/jobs';
import { consoleDb } from '../db/console-db';
import { env } from '../env';
import { getRecord } from '../resources/find-record';
import { readListQuery } from '../resources/list-query';
import { listRecords } from '../resources/list-records';
import type { ResourceContext } from '../resources/resource-context';
import { runAction } from '../resources/run-action';
import { openTwoTenants, type TwoTenants } from '../testing/two-tenants';
import { changeJobs } from './change-jobs';
import { finishJob, leaseJobs } from './job-store';

let trial: TwoTenants;
let operators: ResourceContext;
let acme: string;
let globex: string;
beforeAll(async () => {
  trial = await openTwoTenants();
  [acme, globex] = [trial.acme.id, trial.globex.id];
  const [root] = await trial.owner`
    insert into platform.users (email, name, is_superuser) values ('root@x.test', 'Root', true) returning id`;
  const [session] = await trial.owner`
    insert into platform.sessions (user_id, expires_at) values (${root?.id}, now() + interval '1 hour') returning id`;
  const actor = { id: root?.id, name: 'Root' };
  const db = consoleDb(session?.id, trial.client);
  operators = { tenant: null, db, actor, requestId: 'r', can: () => true };
});
afterAll(() => trial.close());
afterEach(() => trial.owner`truncate platform.jobs, platform.events`);

type State = 'waiting' | 'running' | 'retrying' | 'dead' | 'done';
const add = async (tenant: string | null, state: State = 'dead', kind = 'mail') => {
  const { owner } = trial;
  const when = (is: State) => (state === is ? owner`now()` : owner`null`);
  const [row] = await owner`
    insert into platform.jobs (tenant_id, kind, attempts, dead_at, done_at, locked_until, lease_id, last_error, last_failure, payload)
    values (${tenant}, ${kind}, ${state === 'waiting' ? 0 : 16}, ${when('dead')}, ${when('done')},
      ${when('running')}, ${state === 'running' ? owner`gen_random_uuid()` : owner`null`},
      'at 10.0.0.7 of globex', 'It failed inside.', '{"token": "hunter2"}')
    returning id::text`;
  return row?.id as string;
};
const stateOf = async (id: string) => (await getRecord(operators, consoleJobs, id)).values.state;
const act = async (ctx: ResourceContext, name: string, ids: string[]) => {
  const resource = ctx.tenant ? jobsResource : consoleJobs;
  const { done, left } = await runAction(ctx, resource, name, { ids });
  return [done.map(({ id }) => id), left.map(({ why }) => why)];
};
const told = () => trial.owner`
  select type, tenant_id as tenant, actor_name as actor, payload from platform.events order by id`;

describe('a tenant', () => {
  test('sees its own jobs, with what was written for it and nothing that is in them', async () => {
    const id = await add(acme);
    await add(globex);
    await add(null);
    const { records } = await listRecords(
      trial.acme.ctx,
      jobsResource,
      readListQuery(jobsResource, {}),
    );
    expect(records.map((record) => record.id)).toEqual([id]);
    const record = await getRecord(trial.acme.ctx, jobsResource, id);
    expect(record.label).toBe(`Mail ${id}`);
    expect(record.values).toMatchObject({
      state: 'dead',
      failure: 'It failed inside.',
      kind: 'mail',
    });
    expect(JSON.stringify(record)).not.toMatch(/hunter2|10\.0\.0|globex|lease/i);
    await expect(getRecord(trial.globex.ctx, jobsResource, id)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('sends its own back and discards them, each with an event, and does not reach another’s', async () => {
    const [one, two, theirs, ours] = [
      await add(acme),
      await add(acme),
      await add(globex),
      await add(null),
    ];
    const [done, left] = await act(trial.acme.ctx, 'retry', [one, theirs, ours]);
    expect([done, left?.length]).toEqual([[one], 2]);
    expect(left?.[0]).toBe(left?.[1]);
    expect((await act(trial.acme.ctx, 'discard', [two, theirs]))[0]).toEqual([two]);
    expect(await Promise.all([one, two, theirs, ours].map(stateOf))).toEqual([
      ...['waiting', 'discarded', 'dead', 'dead'],
    ]);
    expect([...(await told())]).toMatchObject([
      { type: 'job.retried', tenant: acme, actor: 'Ada', payload: { label: `mail ${one}` } },
      { type: 'job.discarded', tenant: acme, actor: 'Ada', payload: { label: `mail ${two}` } },
    ]);
    expect(await leaseJobs(trial.client, 9, 60)).toMatchObject([{ id: Number(one), attempt: 1 }]);
  });

  test('cannot do it by SQL either: not to what runs, waits or is done, and nothing but that', async () => {
    const sql = postgres(env().DATABASE_URL ?? '', { max: 1 });
    const bound = (statement: string) =>
      sql.begin(async (tx) => {
        await tx`select set_config('app.tenant_id', ${acme}, true)`;
        return (await tx.unsafe(statement)).count;
      });
    for (const state of ['waiting', 'running', 'done'] as const) await add(acme, state);
    await add(globex);
    await add(null);
    const back = 'update platform.jobs set dead_at = null, attempts = 0, run_at = now()';
    expect(await bound(back)).toBe(0);
    await add(acme);
    for (const set of ['done_at = now()', 'dead_at = now()', 'discarded_at = now()']) {
      const refused = bound(`update platform.jobs set ${set}`);
      await expect(refused).rejects.toMatchObject({ code: '42501' });
    }
    for (const set of ["payload = '{}'", 'tenant_id = null', 'lane = null', 'last_error = null']) {
      const refused = bound(`update platform.jobs set ${set}`);
      await expect(refused).rejects.toMatchObject({ code: '42501' });
    }
    expect(await bound(back)).toBe(1);
    await sql.end();
  });
});

describe('the console', () => {
  test('sees everybody’s with what the operators need, and acts in the log of whose job it is', async () => {
    const ids = [await add(acme), await add(globex), await add(null)];
    const { records } = await listRecords(operators, consoleJobs, readListQuery(consoleJobs, {}));
    expect(records.map(({ id }) => id)).toEqual(ids.toReversed());
    expect(records[0]?.values).toMatchObject({ failure: 'at 10.0.0.7 of globex', tenant: null });
    expect(JSON.stringify(records)).not.toContain('hunter2');
    expect(await act(operators, 'retry', ids)).toEqual([ids, []]);
    expect((await told()).map(({ tenant }) => tenant)).toEqual([acme, globex, null]);
  });

  test.each(['retry', 'discard'])('does not %s what runs, waits or is done', async (verb) => {
    const states = ['waiting', 'running', 'done'] as const;
    const ids = [];
    for (const state of states) ids.push(await add(acme, state));
    const [done, left] = await act(operators, verb, ids);
    expect([done, left?.length]).toEqual([[], 3]);
    expect(left).toContain('It is running.');
    expect(left).toContain('It is done.');
    expect(await Promise.all(ids.map(stateOf))).toEqual([...states]);
    expect(await told()).toHaveLength(0);
  });

  test('sends back at once what waits for its next attempt', async () => {
    const id = await add(acme, 'retrying');
    expect(await act(operators, 'retry', [id])).toEqual([[id], []]);
    expect(await act(operators, 'retry', [id])).toEqual([[], ['It has not been tried yet.']]);
  });

  test('does nothing after its session has ended', async () => {
    const id = await add(acme);
    const [row] = await trial.owner`update platform.sessions set revoked_at = now() returning id`;
    const lost = await act(operators, 'retry', [id]).catch((error) => error);
    await trial.owner`update platform.sessions set revoked_at = null where id = ${row?.id}`;
    expect(JSON.stringify(lost)).not.toContain(`[["${id}"]`);
    expect(await stateOf(id)).toBe('dead');
  });
});

test('two who send the same one back at once: one does, and it runs once', async () => {
  const id = await add(acme);
  const both = await Promise.all(
    [trial.acme.ctx, operators].map((ctx) =>
      ctx.db.write((tx) => changeJobs(tx, ctx, [Number(id)], 'retry')),
    ),
  );
  expect(both.flat().filter(({ why }) => why === null)).toHaveLength(1);
  expect(await told()).toHaveLength(1);
  const jobs = await leaseJobs(trial.client, 9, 60);
  expect(jobs).toHaveLength(1);
  for (const job of jobs) expect(await finishJob(trial.client, job)).toBe(true);
});
