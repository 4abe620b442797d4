import { describe, expect } from 'vitest';
import { endBrowser } from '../auth/end-session';
import { enterAs } from '../testing/tenant-test/enter-as';
import { tenantTest } from '../testing/tenant-test/tenant-test';
import type { TestWorld } from '../testing/tenant-test/test-world';

const test = tenantTest({ rows: async () => {} });

/** What the database has asked for since it was last looked. */
async function asked({ owner }: TestWorld, kind: string) {
  const rows = await owner`
    delete from platform.jobs where kind = ${kind} returning payload, tenant_id, lane`;
  return rows.map(({ payload }) => payload);
}

describe('connections of a person are to be closed', () => {
  test('when a browser of theirs is signed out, once for all its sessions', async ({
    world,
    tenant,
  }) => {
    const ctx = await enterAs(tenant.people.member, tenant.id, world.client);
    await asked(world, 'realtime.cut');
    await endBrowser(ctx.viewer.sessionId, 'r', world.client);
    expect(await asked(world, 'realtime.cut')).toEqual([{ userId: ctx.viewer.userId }]);
    await endBrowser(ctx.viewer.sessionId, 'r', world.client);
    expect(await asked(world, 'realtime.cut'), 'there is nothing to end any more').toEqual([]);
  });

  test('when they are removed, deactivated, or their account is', async ({ world, tenant }) => {
    const { owner } = world;
    const { member, editor } = tenant.people;
    await asked(world, 'realtime.cut');
    await owner`
      update platform.memberships set deactivated_at = now()
      where tenant_id = ${tenant.id} and user_id = ${member.id}`;
    expect(await asked(world, 'realtime.cut')).toEqual([{ userId: member.id }]);
    await owner`
      delete from platform.memberships where tenant_id = ${tenant.id} and user_id = ${editor.id}`;
    expect(await asked(world, 'realtime.cut')).toEqual([{ userId: editor.id }]);
  });

  test('when their tenant is suspended, of everybody who is there', async ({
    world,
    tenant,
    other,
  }) => {
    const there = await enterAs(tenant.people.member, tenant.id, world.client);
    await enterAs(other.people.member, other.id, world.client);
    await asked(world, 'realtime.cut');
    await world.owner`
      update platform.tenants set status = 'suspended', suspended_at = now() where id = ${tenant.id}`;
    const cut = await asked(world, 'realtime.cut');
    expect(cut).toContainEqual({ userId: there.viewer.userId });
    expect(cut).not.toContainEqual({ userId: other.people.member.id });
  });

  test('not for a change that rolled back', async ({ world, tenant }) => {
    await asked(world, 'realtime.cut');
    const undone = world.owner.begin(async (sql) => {
      await sql`delete from platform.memberships where user_id = ${tenant.people.member.id}`;
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await asked(world, 'realtime.cut')).toEqual([]);
  });
});

test('who stays in a group, and who came, is told of its new channel', async ({
  world,
  tenant,
}) => {
  const { owner } = world;
  const [group] = await owner`
    insert into platform.groups (tenant_id, name) values (${tenant.id}, 'Told') returning id`;
  const join = (userId: string) => owner`
    insert into platform.group_members (tenant_id, group_id, membership_id)
    select ${tenant.id}, ${group?.id}, id from platform.memberships
    where tenant_id = ${tenant.id} and user_id = ${userId}`;
  const { member, editor } = tenant.people;
  const told = { kind: 'group', groupId: group?.id };
  await join(member.id);
  expect(await asked(world, 'realtime.rekey')).toEqual([
    { ...told, epoch: 2, userIds: [member.id] },
  ]);
  await join(editor.id);
  expect(await asked(world, 'realtime.rekey')).toEqual([
    { ...told, epoch: 3, userIds: [editor.id] },
  ]);
  await owner`
    update platform.memberships set deactivated_at = now()
    where tenant_id = ${tenant.id} and user_id = ${member.id}`;
  expect(await asked(world, 'realtime.rekey')).toMatchObject([{ ...told, epoch: 4 }]);
  await owner`delete from platform.group_members where group_id = ${group?.id}`;
  expect(await asked(world, 'realtime.rekey')).toEqual([{ ...told, epoch: 5, userIds: [] }]);
});
