import { createHmac, randomUUID } from 'node:crypto';
import { decodeJwt, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RestTrial, restTrial } from '../../testing/rest-trial';
import { authSecret } from '../auth-secret';
import { makeApiToken } from './api-token';

let trial: RestTrial;
beforeAll(async () => {
  trial = await restTrial();
});
afterAll(() => trial.end());

const me = (token: string) => trial.ask('acme', 'GET', '/me', { token });

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
