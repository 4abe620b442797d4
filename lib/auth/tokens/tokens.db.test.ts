import { createHmac, randomUUID } from 'node:crypto';
import { decodeJwt, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RestTrial, restTrial } from '../../testing/rest-trial';
import { authSecret } from '../auth-secret';
import { makeApiToken } from './api-token';
import type { TokenPair } from './token-pair';

let trial: RestTrial;
beforeAll(async () => {
  trial = await restTrial();
});
afterAll(() => trial.end());
beforeEach(async () => {
  await trial.owner`delete from platform.rate_limits`;
});

const me = (token: string) => trial.ask('acme', 'GET', '/me', { token });
const refresh = (pair: Pick<TokenPair, 'refresh'>) =>
  trial.ask('acme', 'POST', '/token/refresh', { body: { refresh: pair.refresh } });
const signIn = (email: string, password: string) =>
  trial.ask('acme', 'POST', '/token', { body: { email, password } });

describe('a token', () => {
  test('is given for an email and a password, and says what it is', async () => {
    const { status, json } = await signIn('ada@example.com', 'demo-password');
    expect(status).toBe(200);
    expect(json).toMatchObject({ token_type: 'Bearer', expires_in: 900 });
    const claims = decodeJwt(json.access);
    const { tenant } = trial.tenants.acme;
    expect(claims).toMatchObject({ token_type: 'access', tid: tenant.id });
    expect(Number(claims.exp) - Number(claims.iat)).toBe(900);
    expect(Object.keys(claims).sort()).toEqual(
      ['exp', 'iat', 'jti', 'sid', 'tid', 'token_type', 'user_id'].sort(),
    );
    expect(decodeJwt(json.refresh)).toMatchObject({ token_type: 'refresh', sid: claims.sid });
    expect((await me(json.access)).json).toMatchObject({ email: 'ada@example.com' });
  });

  test('is refused in the same words to who has no business here', async () => {
    const answers = await Promise.all([
      signIn('ada@example.com', 'not the password'),
      signIn('nobody@example.com', 'demo-password'),
      // An account with this very password, at another tenant.
      signIn('gus@example.com', 'demo-password'),
      signIn('root@example.com', 'demo-password'),
    ]);
    const [first, second, third, fourth] = answers;
    expect(first?.status).toBe(401);
    for (const answer of [second, third, fourth]) {
      expect([answer?.status, answer?.json]).toEqual([first?.status, first?.json]);
    }
    const sessions = await trial.owner`
      select 1 from platform.sessions s join platform.users u on u.id = s.user_id
      where u.email in ('gus@example.com', 'root@example.com')`;
    expect(sessions).toHaveLength(0);
  });

  test('is for superusers alone on the root host', async () => {
    const ask = (email: string) =>
      trial.ask('root', 'POST', '/token', { body: { email, password: 'demo-password' } });
    expect((await ask('ada@example.com')).status).toBe(401);
    const { json } = await ask('root@example.com');
    expect(decodeJwt(json.access).tid).toBe('platform');
  });

  test('stops working once its session, its membership or its account ends', async () => {
    const bob = await trial.signIn('acme', 'bob');
    expect((await me(bob.access)).status).toBe(200);
    const [row] = await trial.owner`
      delete from platform.memberships m using platform.tenants t, platform.users u
      where t.id = m.tenant_id and u.id = m.user_id and t.slug = 'acme' and u.email = 'bob@example.com'
      returning m.*`;
    expect((await me(bob.access)).status).toBe(401);
    expect((await refresh(bob)).status).toBe(401);
    await trial.owner`insert into platform.memberships ${trial.owner(row ?? {})}`;
    expect((await me(bob.access)).status).toBe(200);
    await trial.ask('acme', 'POST', '/token/revoke', { body: { token: bob.refresh } });
    expect((await me(bob.access)).status).toBe(401);
    expect((await refresh(bob)).status).toBe(401);
  });

  test('is told apart by /token/verify', async () => {
    const pair = await trial.signIn('acme', 'ada');
    const verify = (token: string) =>
      trial.ask('acme', 'POST', '/token/verify', { body: { token } });
    expect((await verify(pair.access)).json).toMatchObject({ token_type: 'access' });
    expect((await verify(pair.refresh)).json).toMatchObject({ token_type: 'refresh' });
    expect((await verify(pair.access)).json).not.toHaveProperty('sid');
    await refresh(pair);
    expect((await verify(pair.refresh)).status).toBe(401);
    expect((await verify('x.y.z')).status).toBe(401);
  });

  test('is not told from nonsense by /token/revoke', async () => {
    const gus = await trial.signIn('globex', 'gus');
    for (const token of ['', 'x.y.z', gus.refresh]) {
      const answer = await trial.ask('acme', 'POST', '/token/revoke', { body: { token } });
      expect([answer.status, answer.text]).toEqual([204, '']);
    }
    expect((await trial.ask('globex', 'GET', '/me', { token: gus.access })).status).toBe(200);
  });
});

describe('a refresh token', () => {
  test('gives the next pair, and the family lives on', async () => {
    const first = await trial.signIn('acme', 'ada');
    const second = (await refresh(first)).json;
    const third = (await refresh(second)).json;
    expect((await me(third.access)).status).toBe(200);
    expect((await me(first.access)).status).toBe(200);
  });

  test('used twice ends every token of the family', async () => {
    const first = await trial.signIn('acme', 'ada');
    const other = await trial.signIn('acme', 'ada');
    const second = (await refresh(first)).json;
    expect((await refresh(first)).status).toBe(401);
    expect((await me(second.access)).status).toBe(401);
    expect((await refresh(second)).status).toBe(401);
    expect((await me(other.access)).status).toBe(200);
  });

  test('used many times at once gives at most one pair, which is worth nothing', async () => {
    const first = await trial.signIn('acme', 'ada');
    const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(first)));
    const given = answers.filter(({ status }) => status === 200);
    expect(given.length).toBeLessThanOrEqual(1);
    for (const { json } of given) expect((await me(json.access)).status).toBe(401);
    expect((await me(first.access)).status).toBe(401);
  });

  test('is no access token, nor the other way round', async () => {
    const pair = await trial.signIn('acme', 'ada');
    expect((await me(pair.refresh)).status).toBe(401);
    expect((await refresh({ refresh: pair.access })).status).toBe(401);
  });
});

describe('a token that was made up is refused:', () => {
  const claimsOf = async () => decodeJwt((await trial.signIn('acme', 'ada')).access);
  const key = (realm: string, prefix = 'token') =>
    createHmac('sha256', authSecret()).update(`${prefix}:${realm}`).digest();
  const sign = (claims: object, secret: Uint8Array, alg = 'HS256') =>
    new SignJWT({ ...claims }).setProtectedHeader({ alg, typ: 'JWT' }).sign(secret);
  const plain = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

  test('the forger of these tests can make one that is good', async () => {
    const claims = await claimsOf();
    expect((await me(await sign(claims, key(String(claims.tid))))).status).toBe(200);
  });

  test.each<[what: string, forge: (claims: Record<string, unknown>) => Promise<string> | string]>([
    ['without a signature', (claims) => `${plain({ alg: 'none' })}.${plain(claims)}.`],
    ['alg none in capitals', (claims) => `${plain({ alg: 'NONE' })}.${plain(claims)}.`],
    [
      'RS256 with the key as text',
      (claims) =>
        `${plain({ alg: 'RS256' })}.${plain(claims)}.${key(String(claims.tid)).toString('base64url')}`,
    ],
    ['HS512', (claims) => sign(claims, key(String(claims.tid)), 'HS512')],
    ['with the key of cookies', (claims) => sign(claims, key(String(claims.tid), 'session'))],
    ['with the secret itself', (claims) => sign(claims, Buffer.from(authSecret()))],
    [
      'with the key of another tenant',
      (claims) => sign(claims, key(trial.tenants.globex.tenant.id)),
    ],
    [
      'naming another tenant',
      (claims) => sign({ ...claims, tid: trial.tenants.globex.tenant.id }, key(String(claims.tid))),
    ],
    ['with the key of the platform', (claims) => sign(claims, key('platform'))],
    [
      'expired',
      (claims) =>
        sign({ ...claims, exp: Math.floor(Date.now() / 1000) - 1 }, key(String(claims.tid))),
    ],
    ['without an end', ({ exp: _, ...claims }) => sign(claims, key(String(claims.tid)))],
    [
      'from the future',
      (claims) =>
        sign({ ...claims, iat: Math.floor(Date.now() / 1000) + 60 }, key(String(claims.tid))),
    ],
    ['without its id', ({ jti: _, ...claims }) => sign(claims, key(String(claims.tid)))],
    ['without a session', ({ sid: _, ...claims }) => sign(claims, key(String(claims.tid)))],
    [
      'of a session nobody has',
      (claims) => sign({ ...claims, sid: randomUUID() }, key(String(claims.tid))),
    ],
    [
      'of somebody else’s session',
      (claims) => sign({ ...claims, user_id: randomUUID() }, key(String(claims.tid))),
    ],
    [
      'of another kind',
      (claims) => sign({ ...claims, token_type: 'admin' }, key(String(claims.tid))),
    ],
    [
      'with one letter changed',
      async (claims) =>
        (await sign(claims, key(String(claims.tid)))).replace(/.(?=.{4}$)/, (letter) =>
          letter === 'A' ? 'B' : 'A',
        ),
    ],
    ['no token at all', () => 'null'],
    ['far too long', () => 'a'.repeat(100_000)],
  ])('%s', async (_what, forge) => {
    const answer = await me(await forge(await claimsOf()));
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  test('a good one of a browser’s session', async () => {
    const claims = await claimsOf();
    const [row] = await trial.owner`
      insert into platform.sessions (user_id, tenant_id, kind, expires_at)
      values (${String(claims.user_id)}, ${String(claims.tid)}, 'browser', now() + interval '1 hour')
      returning id`;
    const token = await makeApiToken({
      realm: String(claims.tid),
      type: 'access',
      userId: String(claims.user_id),
      sessionId: row?.id,
      seconds: 60,
    });
    expect((await me(token)).status).toBe(401);
  });
});

test('ten wrong passwords are enough, and the answer says when to try again', async () => {
  const tries = [];
  for (let i = 0; i < 11; i += 1) tries.push(await signIn('cleo@example.com', `wrong ${i}`));
  expect(tries.slice(0, 10).every(({ status }) => status === 401)).toBe(true);
  const last = tries[10];
  expect(last?.status).toBe(429);
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(last?.headers.get('ratelimit-remaining')).toBe('0');
});
