import '../testing/rest-environment';

import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newApiKey, withChecksum } from '../auth/api-keys/api-key-text';
import { findViewer } from '../auth/check-session';
import { makeTrialKey, type TrialKey } from '../testing/api-key-trial';
import { type AskOptions, type Host, type RestTrial, restTrial } from '../testing/rest-trial';

let trial: RestTrial;
let tokens: Record<'ada' | 'gus', string>;
beforeAll(async () => {
  trial = await restTrial();
  const [ada, gus] = [await trial.signIn('acme', 'ada'), await trial.signIn('globex', 'gus')];
  tokens = { ada: ada.access, gus: gus.access };
});
afterAll(() => trial.end());

type Wanted = Parameters<typeof makeTrialKey>[3];
const make = (scopes: string[], more: Omit<Wanted, 'scopes'> = {}) =>
  makeTrialKey(trial, 'acme', tokens.ada, { scopes, ...more });
const me = (token: string, host: Host = 'acme', options: AskOptions = {}) =>
  trial.ask(host, 'GET', '/me', { token, ...options });
const statusOf = async (key: TrialKey) => (await key.ask('GET', '/me')).status;

describe('a key is nothing', () => {
  test('at another tenant, on the root host, nor where nobody need sign in', async () => {
    const key = await make(['posts.read']);
    const unknown = (await me(newApiKey().text, 'globex')).json;
    for (const host of ['globex', 'root'] as const) {
      const answer = await me(key.secret, host);
      expect([answer.status, answer.json.detail]).toEqual([401, unknown.detail]);
      expect(answer.headers.get('www-authenticate')).toContain('invalid_token');
    }
    expect((await trial.ask('globex', 'GET', '/posts', { token: key.secret })).status).toBe(401);
    expect((await rowOf(key)).last_used_at).toBeNull();
    expect(await statusOf(key)).toBe(200);
  });

  test('at another tenant that a header or the address names', async () => {
    const key = await make(['posts.read', 'posts.write']);
    const headers = { 'x-forwarded-host': 'acme.localhost:3000', 'x-tenant-id': 'acme' };
    expect((await me(key.secret, 'globex', { headers })).status).toBe(401);
    const forged = { 'x-forwarded-host': 'globex.localhost:3000', 'x-tenant-id': 'globex' };
    const { json } = await key.ask('GET', '/posts?per_page=100', { headers: forged });
    const ids = json.data.map(({ id }: { id: string }) => id);
    const rows = await trial.owner`
      select distinct tenant_id from posts where id = any(${ids}::uuid[])`;
    expect(rows.map((row) => row.tenant_id)).toEqual([trial.tenants.acme.tenant.id]);
    for (const path of ['/globex/api/v1/posts', '/~globex/posts', '/tenants/globex/posts']) {
      expect((await key.ask('GET', path)).status).toBe(404);
    }
  });

  test('when any part of it is not its own', async () => {
    const { secret } = await make(['posts.read']);
    const body = secret.slice(0, -8);
    const other = (await make(['posts.read'])).secret;
    const tries = [
      secret.slice(0, 12),
      body,
      `${body}00000000`,
      // Well formed throughout: the beginning of one with the secret of another, and a guess.
      withChecksum(other.slice(0, 13) + body.slice(13)),
      withChecksum(`${secret.slice(0, 13)}${randomBytes(32).toString('hex')}`),
      secret.toUpperCase(),
      secret.replace('tnt_', 'tnt-'),
      `${secret}%00`,
      `${secret}' or '1'='1`,
      `tnt_${'a'.repeat(10_000)}`,
      'tnt_',
    ];
    const answers = await Promise.all(tries.map((token) => me(token)));
    expect(answers.map(({ status }) => status)).toEqual(tries.map(() => 401));
    // What is no key says the same as what nobody has: the words tell nothing of its parts.
    const words = new Set(answers.slice(0, 6).map(({ json }) => JSON.stringify(json)));
    expect(words.size).toBe(2);
  });

  test('in an address, a cookie, a body, or under another scheme', async () => {
    const { secret } = await make(['posts.read']);
    const ask = (path: string, options: AskOptions = {}) => trial.ask('acme', 'GET', path, options);
    expect((await ask(`/me?api_key=${secret}`)).status).toBe(401);
    expect((await ask(`/me?access_token=${secret}`)).status).toBe(401);
    expect((await ask('/me', { headers: { cookie: `session=${secret}` } })).status).toBe(401);
    expect((await ask('/me', { headers: { 'x-api-key': secret } })).status).toBe(401);
    const basic = `Basic ${Buffer.from(`${secret}:`).toString('base64')}`;
    expect((await ask('/me', { headers: { authorization: basic } })).status).toBe(401);
  });

  test('to the ways of a person: tokens and sessions', async () => {
    const key = await make(['posts.read']);
    for (const path of ['/token/verify', '/token/refresh']) {
      const body = path.endsWith('verify') ? { token: key.secret } : { refresh: key.secret };
      expect((await trial.ask('acme', 'POST', path, { body })).status).toBe(401);
    }
    await trial.ask('acme', 'POST', '/token/revoke', { body: { token: key.secret } });
    expect(await statusOf(key)).toBe(200);
    // Its own id stands where a session's would: it must not be one.
    expect(await findViewer(key.id, trial.tenants.acme.tenant.id, trial.client)).toBeNull();
  });
});

test('a key wins over a cookie, which is not looked at', async () => {
  const key = await make(['posts.read']);
  const { tenant } = trial.tenants.acme;
  const sid = (
    await trial.owner`
    select s.id from platform.sessions s join platform.users u on u.id = s.user_id
    where s.tenant_id = ${tenant.id} and u.email = 'ada@example.com' limit 1`
  )[0]?.id;
  const cookie = await findViewer(sid, tenant.id, trial.client);
  if (!cookie) throw new Error('Ada is not signed in.');
  const headers = { origin: 'http://acme.localhost:3000' };
  const body = { name: 'By cookie' };
  const both = await key.ask('POST', '/tags', { cookie, headers, body });
  expect(both.status).toBe(403);
  expect((await trial.ask('acme', 'POST', '/tags', { cookie, headers, body })).status).toBe(201);
  expect((await me(`${key.secret}0`, 'acme', { cookie })).status).toBe(401);
});

describe('a key of another tenant', () => {
  test('is not found by its id, and stays', async () => {
    const theirs = await makeTrialKey(trial, 'globex', tokens.gus, { scopes: ['posts.read'] });
    const path = `/api-keys/${theirs.id}`;
    for (const method of ['GET', 'DELETE']) {
      expect((await trial.ask('acme', method, path, { token: tokens.ada })).status).toBe(404);
    }
    expect((await trial.ask('acme', 'GET', '/api-keys', { token: tokens.ada })).text).not.toContain(
      theirs.id,
    );
    expect(await statusOf(theirs)).toBe(200);
  });
});

async function rowOf({ id }: TrialKey) {
  const [row] = await trial.owner`select * from platform.api_keys where id = ${id}`;
  return row as Record<string, unknown>;
}
