import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type RestTrial, restTrial } from '../../testing/rest-trial';
import { endOtherSessions } from '../end-session';
import { openSession } from '../open-session';
import type { TokenPair } from './token-pair';

let trial: RestTrial;
let bob: TokenPair;
let elsewhere: TokenPair;
beforeAll(async () => {
  trial = await restTrial();
});
beforeEach(async () => {
  await trial.owner`delete from platform.rate_limits`;
  await change(`role = 'admin', is_staff = true`);
  [bob, elsewhere] = [await trial.signIn('acme', 'bob'), await trial.signIn('globex', 'bob')];
  expect(await good(bob)).toEqual([200, 200, 200]);
});
afterAll(() => trial.end());

/** Of somebody at acme, the only place where these tests do anything to him. */
const change = (set: string) =>
  trial.owner.unsafe(`update platform.memberships m set ${set} from platform.tenants t, platform.users u
    where t.id = m.tenant_id and u.id = m.user_id and t.slug = 'acme' and u.email = 'bob@example.com'`);
const at = (host: 'acme' | 'globex', path: string, token: string) =>
  trial.ask(host, 'GET', path, { token });

/** What a pair of tokens still gets: who one is, what staff may see, and what the token is. */
async function good({ access, refresh }: TokenPair): Promise<number[]> {
  const body = { token: refresh };
  const answers = [
    await at('acme', '/me', access),
    await at('acme', '/members', access),
    await trial.ask('acme', 'POST', '/token/verify', { body }),
  ];
  return answers.map(({ status }) => status);
}

const isNothing = async (pair: TokenPair) => {
  expect(await good(pair)).toEqual([401, 401, 401]);
  const body = { refresh: pair.refresh };
  expect((await trial.ask('acme', 'POST', '/token/refresh', { body })).status).toBe(401);
};
const elsewhereStatus = async () => (await at('globex', '/me', elsewhere.access)).status;

test('demotion ends tokens, and new ones have the new rights', async () => {
  await change(`role = 'member', is_staff = false`);
  await isNothing(bob);
  expect(await good(await trial.signIn('acme', 'bob'))).toEqual([200, 403, 200]);
  expect(await elsewhereStatus()).toBe(200);
});

test('removal ends tokens of that tenant and of no other', async () => {
  const [row] = await trial.owner`
    delete from platform.memberships m using platform.tenants t, platform.users u
    where t.id = m.tenant_id and u.id = m.user_id and t.slug = 'acme' and u.email = 'bob@example.com'
    returning m.*`;
  await isNothing(bob);
  expect(await elsewhereStatus()).toBe(200);
  await trial.owner`insert into platform.memberships ${trial.owner(row ?? {})}`;
});

test('signing out everywhere ends the tokens of every tenant', async () => {
  const [user] = await trial.owner`select id from platform.users where email = 'bob@example.com'`;
  const session = await openSession(
    {
      ...{ userId: user?.id, realm: null, kind: 'browser', seconds: 60 },
      ...{ userAgent: '', address: '', requestId: 'r' },
    },
    trial.client,
  );
  expect(await endOtherSessions(String(session), null, 'r', trial.client)).toBeGreaterThan(1);
  await isNothing(bob);
  expect(await elsewhereStatus()).toBe(401);
});

test('deactivation of the account ends them for good', async () => {
  const set = (isActive: boolean) => trial.owner`
    update platform.users set is_active = ${isActive} where email = 'bob@example.com'`;
  await set(false);
  await isNothing(bob);
  expect(await elsewhereStatus()).toBe(401);
  await set(true);
  await isNothing(bob);
  expect(await elsewhereStatus()).toBe(401);
});
