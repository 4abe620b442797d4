import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { createRecord } from '../../resources/create-record';
import { actOn, idOf, liveSessions, rowOf } from '../../testing/member-trial';
import { enterAs } from '../../testing/tenant-test/enter-as';
import { tenantTest } from '../../testing/tenant-test/tenant-test';
import { groupsResource } from '../resources/groups';
import { changeMember } from './change-member';

const test = tenantTest({ rows: async () => {} });

describe('an owner', () => {
  test('gives and takes roles; who may do less than before is signed out, and it is told', async ({
    world,
    tenant,
    asOwner,
    asEditor,
  }) => {
    const { editor } = tenant.people;
    const id = await idOf(world, tenant.id, editor);
    await changeMember(asOwner, id, { role: 'admin' });
    expect(await liveSessions(world, tenant.id, editor)).toBe(1);
    await changeMember(asOwner, id, { role: 'member' });
    expect(await rowOf(world, tenant.id, editor)).toMatchObject({
      role: 'member',
      is_staff: false,
    });
    expect(await liveSessions(world, tenant.id, editor)).toBe(0);
    const told = await world.owner`
      select type, payload -> 'changes' ->> 'role' as role from platform.events
      where tenant_id = ${tenant.id} and type = 'member.updated' order by id`;
    expect(told.map(({ role }) => role)).toEqual(['["editor", "admin"]', '["admin", "member"]']);
    expect(asEditor.viewer.userId).toBe(editor.id);
  });

  test('deactivates: no member for any purpose, and again when it is taken back', async ({
    world,
    tenant,
    asOwner,
    asEditor: _,
  }) => {
    const { editor } = tenant.people;
    const id = await idOf(world, tenant.id, editor);
    expect(await actOn(asOwner, 'deactivate', id)).toEqual(['done']);
    expect(await liveSessions(world, tenant.id, editor)).toBe(0);
    // They may still sign in to the site, as anybody with an account may, and are nobody there.
    const back = await enterAs(editor, tenant.id, world.client);
    expect(back.viewer.membership).toBeNull();
    const own = await world.client.query(
      (sql) => sql`select id from platform.list_own_tenants(${back.viewer.sessionId})`,
    );
    expect(own).toHaveLength(0);
    const token = await world.client.query(
      (sql) => sql`
        select platform.open_api_session(${editor.id}, ${tenant.id}, ${randomUUID()}, 60, '', '', '') as id`,
    );
    expect(token[0]?.id).toBeNull();
    const [quota] = await world.owner`
      select used::int from platform.quotas where tenant_id = ${tenant.id} and name = 'members'`;
    expect(quota?.used).toBe(3);
    expect(await actOn(asOwner, 'deactivate', id)).toEqual(['They are deactivated already.']);
    expect(await actOn(asOwner, 'reactivate', id)).toEqual(['done']);
    const again = await enterAs(editor, tenant.id, world.client);
    expect(again.viewer.membership).toMatchObject({ role: 'editor' });
  });

  test('removes; the account stays', async ({ world, tenant, asOwner, asMember: _ }) => {
    const { member } = tenant.people;
    expect(await actOn(asOwner, 'remove', await idOf(world, tenant.id, member))).toEqual(['done']);
    expect(await rowOf(world, tenant.id, member)).toBeUndefined();
    expect(await liveSessions(world, tenant.id, member)).toBe(0);
    const [event] = await world.owner`
      select payload from platform.events where tenant_id = ${tenant.id} and type = 'member.removed'`;
    expect(event?.payload).toMatchObject({ label: member.name, role: 'member' });
  });

  test('to whom the site belongs cannot be removed, deactivated or demoted, not even by themself', async ({
    world,
    tenant,
    asOwner,
  }) => {
    const { owner } = tenant.people;
    const id = await idOf(world, tenant.id, owner);
    for (const change of [{ role: 'admin' }, { role: 'member' }, { isSuperuser: false }]) {
      await expect(changeMember(asOwner, id, change)).rejects.toThrow('given to somebody else');
    }
    expect((await actOn(asOwner, 'remove', id))[0]).toContain('given to somebody else first');
    expect((await actOn(asOwner, 'deactivate', id))[0]).toContain('It is you');
    expect(await rowOf(world, tenant.id, owner)).toMatchObject({ role: 'owner' });
  });

  test('puts people into groups, whose epoch counts it', async ({ world, tenant, asOwner }) => {
    const group = await createRecord(asOwner, groupsResource, { name: 'Editors' });
    const id = await idOf(world, tenant.id, tenant.people.editor);
    const epoch = async () =>
      (await world.owner`select epoch from platform.groups where id = ${group.id}`)[0]?.epoch;
    await changeMember(asOwner, id, { groups: [group.id] });
    expect(await epoch()).toBe(2);
    await actOn(asOwner, 'deactivate', id);
    expect(await epoch()).toBe(3);
    await actOn(asOwner, 'remove', id);
    expect(await epoch()).toBe(4);
    const left = await world.owner`select from platform.group_members where group_id = ${group.id}`;
    expect(left).toHaveLength(0);
    await expect(createRecord(asOwner, groupsResource, { name: 'EDITORS' })).rejects.toMatchObject({
      errors: { fields: { name: ['“EDITORS” is taken.'] } },
    });
  });
});
