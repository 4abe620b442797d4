import { describe, expect } from 'vitest';
import { createRecord } from '../../resources/create-record';
import { runAction } from '../../resources/run-action';
import { actOn, idOf, rowOf, setRole } from '../../testing/member-trial';
import { enterAs } from '../../testing/tenant-test/enter-as';
import { tenantTest } from '../../testing/tenant-test/tenant-test';
import { groupsResource } from '../resources/groups';
import { membersResource } from '../resources/members';
import { createRole } from '../roles/save-role';
import { changeMember } from './change-member';

const test = tenantTest({ rows: async () => {} });

describe('an admin who is no owner', () => {
  test('cannot raise themself, make an owner or admin, or touch one, in any way', async ({
    world,
    tenant,
    asOwner: _,
  }) => {
    const { editor: admin, owner, member } = tenant.people;
    await setRole(world, tenant.id, admin, 'admin');
    const ctx = await enterAs(admin, tenant.id, world.client);
    const [own, owners, members] = await Promise.all([
      idOf(world, tenant.id, admin),
      idOf(world, tenant.id, owner),
      idOf(world, tenant.id, member),
    ]);
    const attempts = [
      [own, { role: 'owner' }],
      [own, { isSuperuser: true }],
      [members, { role: 'owner' }],
      [members, { role: 'admin' }],
      [members, { isSuperuser: true }],
      [owners, { role: 'member' }],
    ] as const;
    for (const [id, change] of attempts) {
      await expect(changeMember(ctx, id, change)).rejects.toMatchObject({ code: 'bad_input' });
    }
    for (const verb of ['deactivate', 'remove']) {
      expect((await actOn(ctx, verb, owners))[0]).toContain('given to somebody else first');
    }
    await setRole(world, tenant.id, member, 'owner');
    for (const verb of ['deactivate', 'remove']) {
      expect(await actOn(ctx, verb, members)).toEqual([
        'Only owners may do that to owners and admins.',
      ]);
    }
    await expect(
      runAction(ctx, membersResource, 'make-owner', { ids: [own] }),
    ).rejects.toMatchObject({ code: 'not_found' });
    expect((await rowOf(world, tenant.id, admin))?.role).toBe('admin');
  });

  test('gives what is below them, steps down and leaves by themself', async ({
    world,
    tenant,
    asOwner: _,
  }) => {
    const { editor: admin, member } = tenant.people;
    await setRole(world, tenant.id, admin, 'admin');
    const ctx = await enterAs(admin, tenant.id, world.client);
    await changeMember(ctx, await idOf(world, tenant.id, member), { role: 'editor' });
    expect((await rowOf(world, tenant.id, member))?.role).toBe('editor');
    const own = await idOf(world, tenant.id, admin);
    await changeMember(ctx, own, { role: 'editor' });
    await expect(changeMember(ctx, own, { role: 'admin' })).rejects.toMatchObject({
      code: 'bad_input',
    });
    await setRole(world, tenant.id, admin, 'admin');
    expect(await actOn(ctx, 'remove', own)).toEqual(['done']);
  });
});

describe('somebody with a custom role', () => {
  test('gives what they have and no more, neither to others nor to themself', async ({
    world,
    tenant,
    asOwner,
  }) => {
    const { editor: helper, member } = tenant.people;
    const role = (name: string, permissions: string[]) =>
      createRole(asOwner, { name, description: '', permissions });
    const helping = await role('Helper', ['members.write', 'tags.write']);
    const tagging = await role('Tagger', ['tags.write']);
    const posting = await role('Poster', ['posts.write']);
    await changeMember(asOwner, await idOf(world, tenant.id, helper), {
      role: `custom:${helping}`,
    });
    const ctx = await enterAs(helper, tenant.id, world.client);
    expect([ctx.can('members.write'), ctx.can('members.read'), ctx.can('posts.read')]).toEqual([
      true,
      true,
      false,
    ]);
    const [own, theirs] = [
      await idOf(world, tenant.id, helper),
      await idOf(world, tenant.id, member),
    ];
    await changeMember(ctx, theirs, { role: `custom:${tagging}` });
    for (const [id, wanted] of [
      [theirs, `custom:${posting}`],
      [theirs, 'editor'],
      [own, 'editor'],
      [own, `custom:${posting}`],
    ] as const) {
      await expect(changeMember(ctx, id, { role: wanted }), wanted).rejects.toMatchObject({
        code: 'bad_input',
      });
    }
    // Down they may go; what they let go of does not come back.
    await changeMember(ctx, own, { role: `custom:${tagging}` });
    await expect(changeMember(ctx, own, { role: `custom:${helping}` })).rejects.toMatchObject({
      code: 'bad_input',
    });
  });
});

describe('of another tenant', () => {
  test('no member, role or group can be named', async ({ world, tenant, other, asOwner }) => {
    const theirs = await idOf(world, other.id, other.people.member);
    const own = await idOf(world, tenant.id, tenant.people.member);
    const stranger = await enterAs(other.people.owner, other.id, world.client);
    const role = await createRole(stranger, { name: 'Theirs', description: '', permissions: [] });
    const group = await createRecord(stranger, groupsResource, { name: 'Theirs' });
    await expect(changeMember(asOwner, theirs, { role: 'editor' })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await actOn(asOwner, 'remove', theirs)).toEqual(['There is no such member.']);
    await expect(changeMember(asOwner, own, { role: `custom:${role}` })).rejects.toThrow();
    await expect(changeMember(asOwner, own, { groups: [group.id] })).rejects.toThrow();
    await expect(
      createRecord(asOwner, groupsResource, { name: 'Mixed', members: [theirs] }),
    ).rejects.toThrow();
    // In the database itself, whatever the code says.
    await expect(
      world.owner`
        update platform.memberships set role = 'custom', role_id = ${role}
        where tenant_id = ${tenant.id} and id = ${own}`,
    ).rejects.toThrow('memberships_role_fkey');
    await expect(
      world.owner`
        insert into platform.group_members (tenant_id, group_id, membership_id)
        values (${tenant.id}, ${group.id}, ${own})`,
    ).rejects.toThrow('group_members_group_fkey');
  });

  test('who is a stranger changes nothing', async ({ world, tenant, asStranger }) => {
    const id = await idOf(world, tenant.id, tenant.people.member);
    await expect(changeMember(asStranger, id, { role: 'admin' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(actOn(asStranger, 'remove', id)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
