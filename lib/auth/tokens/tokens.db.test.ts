import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RestTrial, restTrial } from '../../testing/rest-trial';
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
    // Whoever comes back signs in again: what was copied before does not come back with them.
    expect((await me(bob.access)).status).toBe(401);
    const again = await trial.signIn('acme', 'bob');
    expect((await me(again.access)).status).toBe(200);
    await trial.ask('acme', 'POST', '/token/revoke', { body: { token: again.refresh } });
    expect((await me(again.access)).status).toBe(401);
    expect((await refresh(again)).status).toBe(401);
  });

  test('and once a member is deactivated', async () => {
    const bob = await trial.signIn('acme', 'bob');
    const set = (at: Date | null) => trial.owner`
      update platform.memberships m set deactivated_at = ${at} from platform.tenants t
      where t.id = m.tenant_id and t.slug = 'acme' and m.email = 'bob@example.com'`;
    await set(new Date());
    expect((await me(bob.access)).status).toBe(401);
    await expect(trial.signIn('acme', 'bob')).rejects.toThrow();
    await set(null);
    expect((await me(bob.access)).status).toBe(401);
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

test('ten wrong passwords are enough, and the answer says when to try again', async () => {
  const tries = [];
  for (let i = 0; i < 11; i += 1) tries.push(await signIn('cleo@example.com', `wrong ${i}`));
  expect(tries.slice(0, 10).every(({ status }) => status === 401)).toBe(true);
  const last = tries[10];
  expect(last?.status).toBe(429);
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(last?.headers.get('ratelimit-remaining')).toBe('0');
});
