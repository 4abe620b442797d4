import '../testing/rest-environment';

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newApiKey } from '../auth/api-keys/api-key-text';
import { TooManyRequests } from '../errors';
import { makeTrialKey, type TrialKey } from '../testing/api-key-trial';
import { type RestTrial, restTrial } from '../testing/rest-trial';

const counted: string[] = [];
let refused = '';
let trial: RestTrial;
let ada: string;
let key: TrialKey;
beforeAll(async () => {
  trial = await restTrial({
    take: async ({ subject }) => {
      counted.push(subject);
      if (subject === refused) throw new TooManyRequests(9, { 'retry-after': '9' });
      return {};
    },
  });
  ada = (await trial.signIn('acme', 'ada')).access;
});
beforeEach(async () => {
  refused = '';
  // Of somebody who can be demoted and removed.
  await asOwner(`insert into platform.memberships (tenant_id, user_id, role, is_staff)
    select t.id, u.id, 'admin', true from platform.tenants t, platform.users u
    where t.slug = 'acme' and u.email = 'bob@example.com'
    on conflict (tenant_id, user_id) do update set role = 'admin', is_staff = true`);
  const bob = (await trial.signIn('acme', 'bob')).access;
  const scopes = ['posts.read', 'members.read', 'settings.write', 'api-keys.read'];
  key = await makeTrialKey(trial, 'acme', bob, { scopes });
});
afterAll(() => trial.end());

const asOwner = (query: string) => trial.owner.unsafe(query);
const status = async (path: string) => (await key.ask('GET', path)).status;
const bobs = `from platform.tenants t, platform.users u
  where t.slug = 'acme' and u.email = 'bob@example.com' and t.id = m.tenant_id and u.id = m.user_id`;
const stateOf = async () => {
  const { json } = await trial.ask('acme', 'GET', `/api-keys/${key.id}`, { token: ada });
  return json.state;
};

test('revoking it', async () => {
  expect(await status('/me')).toBe(200);
  const path = `/api-keys/${key.id}`;
  expect((await trial.ask('acme', 'DELETE', path, { token: ada })).status).toBe(204);
  expect([await status('/me'), await status('/posts')]).toEqual([401, 401]);
  expect(await stateOf()).toBe('revoked');
});

test('its time', async () => {
  await asOwner(`update platform.api_keys set expires_at = now() - interval '1 second'
    where id = '${key.id}'`);
  expect([await status('/me'), await stateOf()]).toEqual([401, 'expired']);
});

test('demotion narrows it at once, and a rise gives no more than its scopes', async () => {
  expect(await status('/members')).toBe(200);
  await asOwner(`update platform.memberships m set role = 'member', is_staff = false ${bobs}`);
  expect([await status('/members'), await status('/api-keys')]).toEqual([403, 403]);
  expect(await status('/me')).toBe(200);
  expect(await stateOf()).toBe('resting');
  await asOwner(`update platform.memberships m set role = 'editor', is_staff = true ${bobs}`);
  expect([await status('/members'), await status('/api-keys')]).toEqual([200, 403]);
  await asOwner(`update platform.memberships m set is_superuser = true ${bobs}`);
  expect([await status('/api-keys'), await status('/audit')]).toEqual([200, 403]);
  await asOwner(`update platform.memberships m set is_superuser = false ${bobs}`);
});

test('a maker who is removed, for good', async () => {
  await asOwner(`delete from platform.memberships m using platform.tenants t, platform.users u
    where t.slug = 'acme' and u.email = 'bob@example.com' and t.id = m.tenant_id and u.id = m.user_id`);
  expect([await status('/me'), await stateOf()]).toEqual([401, 'removed']);
  const { json } = await trial.ask('acme', 'GET', `/api-keys/${key.id}`, { token: ada });
  expect(json.madeBy).toContain('Bob');
  const told = await asOwner(`select payload from platform.events
    where type = 'api-key.revoked' and subject_id = '${key.id}'`);
  expect(told[0]?.payload).toMatchObject({ label: 'Deploy', why: 'its maker was removed' });
  await asOwner(`insert into platform.memberships (tenant_id, user_id, role, is_staff)
    select t.id, u.id, 'admin', true from platform.tenants t, platform.users u
    where t.slug = 'acme' and u.email = 'bob@example.com'`);
  expect([await status('/me'), await stateOf()]).toEqual([401, 'removed']);
});

test('a maker whose account is deactivated, for good', async () => {
  await asOwner(`update platform.users set is_active = false where email = 'bob@example.com'`);
  expect([await status('/me'), await stateOf()]).toEqual([401, 'deactivated']);
  await asOwner(`update platform.users set is_active = true where email = 'bob@example.com'`);
  expect([await status('/me'), await stateOf()]).toEqual([401, 'deactivated']);
});

test('a maker who is deactivated in the tenant, for good', async () => {
  const set = (value: string) =>
    asOwner(`update platform.memberships m set deactivated_at = ${value} from platform.tenants t
      where t.id = m.tenant_id and t.slug = 'acme' and m.email = 'bob@example.com'`);
  await set('now()');
  expect([await status('/me'), await stateOf()]).toEqual([401, 'deactivated']);
  await set('null');
  expect([await status('/me'), await stateOf()]).toEqual([401, 'deactivated']);
});

test('a tenant that is suspended, whatever the door has in its cache', async () => {
  await asOwner(
    `update platform.tenants set status = 'suspended', suspended_at = now() where slug = 'acme'`,
  );
  expect(await status('/me')).toBe(401);
  await asOwner(
    `update platform.tenants set status = 'active', suspended_at = null where slug = 'acme'`,
  );
  expect(await status('/me')).toBe(200);
});

test('a tenant that is deleted, until it is restored with its people', async () => {
  const { id } = trial.tenants.acme.tenant;
  await asOwner(`select platform.delete_tenant('${id}', 60)`);
  expect(await status('/me')).toBe(401);
  await asOwner(`select platform.restore_tenant('${id}', 'acme', null)`);
  expect(await status('/me')).toBe(200);
});

test('it is counted by itself, and an unknown one as its address', async () => {
  counted.length = 0;
  await status('/me');
  expect(counted).toEqual([`api key ${key.id}`]);
  refused = `api key ${key.id}`;
  const answer = await key.ask('GET', '/me');
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '9']);
  counted.length = 0;
  await trial.ask('acme', 'GET', '/me', { token: newApiKey().text });
  await trial.ask('acme', 'GET', '/me', { token: 'tnt_typo' });
  expect(counted).toEqual(['address unknown']);
});
