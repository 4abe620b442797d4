import { expect } from 'vitest';
import { tenantApiTest } from '../testing/tenant-test/tenant-api-test';

const test = tenantApiTest({ rows: async () => {} });

test('members are changed, deactivated and removed through the API, by who may', async ({
  world,
  tenant,
  other,
  api,
  asOwner,
  asEditor,
}) => {
  const rows = await world.owner`
    select id, tenant_id, user_id from platform.memberships
    where tenant_id in ${world.owner([tenant.id, other.id])}`;
  const idOf = (userId: string) => rows.find((row) => row.user_id === userId)?.id;
  const { owner, editor, member } = tenant.people;
  const boss = api.as(asOwner);
  const path = `/members/${idOf(member.id)}`;
  for (const who of [api, api.as(asEditor)]) {
    const answers = [
      await who.patch(path, { role: 'editor' }),
      await who.delete(path),
      await who.post(`${path}/deactivate`),
    ];
    for (const { status } of answers) expect([401, 403, 404]).toContain(status);
  }
  const made = await boss.post('/roles', { name: 'Tagger', permissions: ['tags.write'] });
  expect(made.status).toBe(201);
  expect(made.json.permissions).toEqual(['admin.enter', 'tags.read', 'tags.write']);
  const group = await boss.post('/groups', { name: 'Team', members: [idOf(editor.id)] });
  expect(group.status).toBe(201);
  const changed = await boss.patch(path, {
    ...{ role: `custom:${made.json.id}`, groups: [group.json.id] },
  });
  expect(changed.json).toMatchObject({ role: 'custom', roleId: made.json.id, isStaff: true });
  expect(changed.json.related.roleId).toEqual([{ id: made.json.id, label: 'Tagger' }]);
  expect((await boss.get(`/groups/${group.json.id}`)).json.members).toHaveLength(2);
  const inUse = await boss.delete(`/roles/${made.json.id}`);
  expect(inUse.status).toBe(422);
  expect((await boss.delete(`/roles/${made.json.id}?heir=member`)).status).toBe(204);
  expect((await boss.post(`${path}/deactivate`)).json.deactivatedAt).toBeTruthy();
  expect((await boss.post(`${path}/deactivate`)).status).toBe(409);
  expect((await boss.post(`${path}/reactivate`)).json.deactivatedAt).toBeNull();
  expect((await boss.delete(path)).status).toBe(204);
  expect((await boss.get(path)).status).toBe(404);
  expect((await boss.delete(`/groups/${group.json.id}`)).status).toBe(204);
  expect((await boss.delete(`/members/${idOf(owner.id)}`)).status).toBe(409);
  const theirs = `/members/${idOf(other.people.member.id)}`;
  for (const { status } of [
    await boss.patch(theirs, { role: 'admin' }),
    await boss.delete(theirs),
  ]) {
    expect(status).toBe(404);
  }
});

test('an admin raises nobody to their own height, themself least of all', async ({
  world,
  tenant,
  api,
  asEditor,
}) => {
  const { editor, owner } = tenant.people;
  await world.owner`
    update platform.memberships set role = 'admin'
    where tenant_id = ${tenant.id} and user_id = ${editor.id}`;
  const rows = await world.owner`
    select id, user_id from platform.memberships where tenant_id = ${tenant.id}`;
  const idOf = (userId: string) => rows.find((row) => row.user_id === userId)?.id;
  const admin = api.as(asEditor);
  for (const body of [{ role: 'owner' }, { isSuperuser: true }]) {
    const { status, text } = await admin.patch(`/members/${idOf(editor.id)}`, body);
    expect(status).toBe(422);
    expect(text).toContain('Only owners may do that to owners and admins.');
  }
  expect((await admin.patch(`/members/${idOf(owner.id)}`, { role: 'member' })).status).toBe(422);
  // Nor by a field that no one may set.
  const forged = { role: 'editor', isStaff: true, userId: owner.id, tenantId: tenant.id };
  expect((await admin.patch(`/members/${idOf(editor.id)}`, forged)).status).toBe(422);
  const unknown = await admin.post('/roles', { name: 'All', permissions: ['*'] });
  expect(unknown.status).toBe(422);
  expect(unknown.text).toContain('There is no right called *.');
});
