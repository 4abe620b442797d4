import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RestTrial, restTrial } from '../testing/rest-trial';

let trial: RestTrial;
const tokens: Record<string, string> = {};
beforeAll(async () => {
  trial = await restTrial();
  for (const name of ['ada', 'bob']) tokens[name] = (await trial.signIn('acme', name)).access;
  tokens.root = (await trial.signIn('root', 'root')).access;
});
afterAll(() => trial.end());
beforeEach(async () => {
  await trial.owner`truncate platform.jobs`;
});

const add = async (tenant: 'acme' | 'globex' | null, isDead = true) => {
  const [row] = await trial.owner`
    insert into platform.jobs (tenant_id, kind, attempts, dead_at, last_error, last_failure)
    values (${tenant && trial.tenants[tenant].tenant.id}, 'mail', ${isDead ? 16 : 0},
      ${isDead ? new Date() : null}, 'at 10.0.0.7', 'It failed inside.') returning id::text`;
  return row?.id as string;
};
const asAda = (method: string, path: string) =>
  trial.ask('acme', method, path, { token: tokens.ada });
const asRoot = (method: string, path: string) =>
  trial.ask('root', method, path, { token: tokens.root });

describe('jobs of a tenant', () => {
  test('are listed, sent back and discarded by who may; of others’ nothing is known', async () => {
    const [one, two, theirs] = [await add('acme'), await add('acme'), await add('globex')];
    const listed = await asAda('GET', '/jobs?state=dead');
    expect(listed.json.data.map(({ id }: { id: string }) => id).sort()).toEqual([one, two].sort());
    expect(listed.text).not.toContain('10.0.0.7');
    const back = await asAda('POST', `/jobs/${one}/retry`);
    expect([back.status, back.json.state, back.json.attempts]).toEqual([200, 'waiting', 0]);
    const again = await asAda('POST', `/jobs/${one}/retry`);
    expect([again.status, again.json.detail]).toEqual([409, 'It has not been tried yet.']);
    expect((await asAda('POST', `/jobs/${two}/discard`)).json.state).toBe('discarded');
    for (const act of ['retry', 'discard']) {
      expect((await asAda('POST', `/jobs/${theirs}/${act}`)).status).toBe(404);
    }
    const [row] = await trial.owner`select dead_at from platform.jobs where id = ${theirs}`;
    expect(row?.dead_at).not.toBeNull();
  });

  test('are nobody’s business without the right', async () => {
    const id = await add('acme');
    const asBob = (method: string, path: string) =>
      trial.ask('acme', method, path, { token: tokens.bob });
    for (const [method, path] of [
      ['GET', '/jobs'],
      ['GET', `/jobs/${id}`],
      ['POST', `/jobs/${id}/retry`],
      ['POST', `/jobs/${id}/discard`],
    ] as const) {
      expect((await asBob(method, path)).status).toBe(403);
    }
  });
});

test('the platform’s operators reach all of them, with what they need to know', async () => {
  const ids = [await add('acme'), await add('globex'), await add(null), await add(null, false)];
  const listed = await asRoot('GET', '/platform/jobs?state=dead');
  expect(listed.json.data).toHaveLength(3);
  expect(listed.json.data[0]).toMatchObject({ failure: 'at 10.0.0.7', tenant: null });
  expect((await asRoot('POST', `/platform/jobs/${ids[1]}/retry`)).json.state).toBe('waiting');
  expect((await asRoot('POST', `/platform/jobs/${ids[2]}/discard`)).json.state).toBe('discarded');
  expect((await asRoot('POST', `/platform/jobs/${ids[3]}/retry`)).status).toBe(409);
  expect((await asRoot('POST', '/platform/jobs/999999/retry')).status).toBe(404);
});
