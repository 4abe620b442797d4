import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RemovalTrial, removalTrial } from '../testing/removal-trial';
import { deleteOwnAccount, readOwnRemoval } from './delete-own-account';

const nobody = '99999999-9999-4999-8999-999999999999';

let trial: RemovalTrial;
beforeAll(async () => {
  trial = await removalTrial();
});
afterAll(() => trial.end());

const remove = (session: string, sites: string[] = [], erase = false) =>
  deleteOwnAccount(session, { sites, erase, requestId: 'r1' }, trial.clients).catch((e) => e);
const isActive = async (id: string) => (await trial.userOf(id)).is_active;

test('lists what goes: sites that are owned, sites that are left', async () => {
  const ada = await trial.addOwner('ada', ['listed'], ['acme']);
  await trial.addOwner('bob', [], ['listed']);
  const plan = await readOwnRemoval(await trial.openSession(ada), trial.clients);
  expect(plan).toMatchObject({
    ...{ id: ada, name: 'ada', isLastSuperuser: false, deletedAt: null, keys: 0 },
    owned: [{ slug: 'listed', name: 'LISTED', people: 1, heirs: 0 }],
    left: [{ name: 'ACME', role: 'editor' }],
  });
  expect(plan.owned[0]?.origin).toMatch(/^https?:\/\/listed\./);
});

test('leaves an inactive row without any right, and nothing else (S4.12, N12)', async () => {
  const ada = await trial.addOwner('ada', ['own-one', 'own-two'], ['acme', 'globex']);
  const session = await trial.openSession(ada);
  await trial.openSession(ada, { tenant_id: trial.acme.id });
  await trial.owner`
    with made as (
      insert into platform.groups (tenant_id, name) values (${trial.acme.id}, 'G') returning *)
    insert into platform.group_members (tenant_id, group_id, membership_id)
    select m.tenant_id, made.id, m.id from made, platform.memberships m
    where m.tenant_id = made.tenant_id and m.user_id = ${ada}`;
  // As a second factor is kept, or an identity elsewhere: whatever hangs on a person goes.
  await trial.owner`
    create table platform.secrets (
      user_id uuid primary key references platform.users (id) on delete cascade)`;
  await trial.owner`insert into platform.secrets values (${ada}), (${trial.root})`;
  const sites = await Promise.all(['own-one', 'own-two'].map((slug) => trial.tenantOf(slug)));
  const ids = sites.map(({ id }) => id);
  const removed = await remove(session, ids.toReversed());
  expect(removed).toMatchObject({ id: ada, memberships: 2 });
  expect(removed.cacheTags).toEqual(expect.arrayContaining([`t:${ids[0]}`, 'host:own-one']));
  expect(await trial.userOf(ada)).toMatchObject({
    ...{ name: 'ada', is_active: false, is_superuser: false, password_hash: null },
    ...{ email: expect.stringContaining('ada-'), erased_at: null, deleted_at: expect.any(Date) },
  });
  const [left] = await trial.owner`
    select (select count(*) from platform.memberships where user_id = ${ada}) as members,
      (select count(*) from platform.archived_memberships where user_id = ${ada}) as archived,
      (select count(*) from platform.group_members) as groups,
      (select count(*) from platform.secrets) as secrets,
      (select count(*) from platform.sessions where user_id = ${ada} and revoked_at is null) as open`;
  expect(left).toEqual({ members: '0', archived: '0', groups: '0', secrets: '1', open: '0' });
  expect(await trial.tenantOf('own-one')).toMatchObject({ status: 'deleted' });
});

test('tells of it in each tenant and on the platform (N14)', async () => {
  const ada = await trial.addOwner('ada', ['told'], ['acme']);
  const { id } = await trial.tenantOf('told');
  await trial.owner`delete from platform.events`;
  await remove(await trial.openSession(ada), [id]);
  const told = await trial.owner`
    select type, tenant_id, actor_name, payload ->> 'label' as label, cache_tags
    from platform.events where actor_id = ${ada} order by id`;
  expect(told).toMatchObject([
    { type: 'tenant.deleted', tenant_id: id, label: 'TOLD', actor_name: 'ada' },
    { type: 'member.removed', tenant_id: trial.acme.id, label: 'ada' },
    { type: 'user.deleted', tenant_id: null, label: 'ada' },
  ]);
  expect(told[0]?.cache_tags).toEqual([`t:${id}`, 'host:told', 'platform:demo-tenants']);
  expect(told[1]?.cache_tags).toEqual([`t:${trial.acme.id}:rights`]);
});

test.each([
  ['has ended', { revoked_at: new Date() }],
  ['is over', { expires_at: new Date(Date.now() - 1000) }],
  ['is a program’s', { kind: 'api' }],
])('a session that %s deletes nobody', async (_, changed) => {
  const ada = await trial.addOwner('ada', []);
  const session = await trial.openSession(ada, changed);
  expect((await remove(session)).code).toBe('not_signed_in');
  expect((await remove(nobody)).code).toBe('not_signed_in');
  expect(await isActive(ada)).toBe(true);
});

test('nor does one of a tenant’s host, where somebody else may act in their name', async () => {
  const ada = await trial.addOwner('ada', [], ['acme']);
  const session = await trial.openSession(ada, { tenant_id: trial.acme.id });
  expect((await remove(session)).code).toBe('not_signed_in');
  expect(await isActive(ada)).toBe(true);
});

test('sites that were not confirmed are not deleted, nor is the account', async () => {
  const ada = await trial.addOwner('ada', ['spared'], ['acme']);
  const session = await trial.openSession(ada);
  const { id } = await trial.tenantOf('spared');
  for (const sites of [[], [trial.acme.id], [id, trial.acme.id]]) {
    expect((await remove(session, sites)).fields.sites[0]).toMatch(/^Tick every site/);
  }
  expect(await isActive(ada)).toBe(true);
  expect(await trial.tenantOf('acme')).toMatchObject({ status: 'active' });
});

test('the last superuser stays, and the platform’s own user is nobody’s to delete', async () => {
  const refused = await remove(await trial.openSession(trial.root));
  expect(refused).toMatchObject({ name: 'DeleteError', code: 'conflict' });
  expect(refused.message).toMatch(/^The owner of the platform cannot be deleted/);
  const plan = await readOwnRemoval(await trial.openSession(trial.root), trial.clients);
  expect(plan.isLastSuperuser).toBe(true);
  const system = '00000000-0000-4000-8000-000000000000';
  const rows = await trial.owner`
    select platform.remove_person(${system}, null, '{}', false, 'x', 0, '') as removed`;
  expect(rows[0]?.removed).toBeNull();
});

test('two superusers who delete themselves at the same moment: one stays', async () => {
  const second = await trial.addPerson('second', true);
  const sessions = await Promise.all([trial.root, second].map((id) => trial.openSession(id)));
  const answers = await Promise.all(sessions.map((session) => remove(session)));
  expect(answers.filter(({ name }) => name === 'DeleteError')).toHaveLength(1);
  const [left] = await trial.owner`
    select count(*) from platform.users where is_superuser and is_active`;
  expect(left?.count).toBe('1');
});
