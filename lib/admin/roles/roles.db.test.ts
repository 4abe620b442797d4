import { describe, expect } from 'vitest';
import { findViewer } from '../../auth/check-session';
import { hasPermission } from '../../auth/permissions';
import { enterAs } from '../../testing/tenant-test/enter-as';
import { tenantTest } from '../../testing/tenant-test/tenant-test';
import type { TestPerson } from '../../testing/tenant-test/test-tenant';
import type { TestWorld } from '../../testing/tenant-test/test-world';
import { changeMember } from '../members/change-member';
import { deleteRole } from './delete-role';
import { getRole, listRoles } from './role';
import { createRole, updateRole } from './save-role';

const test = tenantTest({ rows: async () => {} });

const membershipOf = async ({ owner }: TestWorld, tenantId: string, { id }: TestPerson) => {
  const [row] = await owner`
    select * from platform.memberships where tenant_id = ${tenantId} and user_id = ${id}`;
  return row;
};
const role = (permissions: string[], name = 'Writer') => ({ name, description: '', permissions });

describe('a role of one’s own', () => {
  test('gives what it names, and a change holds from the next request on', async ({
    world,
    tenant,
    asOwner,
  }) => {
    const { member } = tenant.people;
    const id = await createRole(asOwner, role(['posts.write']));
    const row = await membershipOf(world, tenant.id, member);
    await changeMember(asOwner, row?.id, { role: `custom:${id}` });
    const { viewer } = await enterAs(member, tenant.id, world.client);
    const can = async (permission: 'posts.write' | 'tags.write' | 'admin.enter') => {
      const now = await findViewer(viewer.sessionId, tenant.id, world.client);
      return hasPermission(now?.membership ?? null, permission);
    };
    expect(viewer.membership).toMatchObject({ role: 'custom', roleName: 'Writer', isStaff: true });
    expect([await can('posts.write'), await can('tags.write')]).toEqual([true, false]);
    await updateRole(asOwner, id, { permissions: ['tags.write'] });
    expect([await can('posts.write'), await can('tags.write')]).toEqual([false, true]);
    // Without the admin there is nothing to do in it, and nobody stays signed in for it.
    await updateRole(asOwner, id, { permissions: [] });
    expect((await membershipOf(world, tenant.id, member))?.is_staff).toBe(false);
    expect(await findViewer(viewer.sessionId, tenant.id, world.client)).toBeNull();
  });

  test('gives nothing by what this release does not know, a star included', async ({
    world,
    tenant,
    asOwner,
  }) => {
    const { member } = tenant.people;
    const id = await createRole(asOwner, role(['tags.read']));
    const row = await membershipOf(world, tenant.id, member);
    await changeMember(asOwner, row?.id, { role: `custom:${id}` });
    await world.owner`
      update platform.roles set permissions = '{admin.enter,*,posts.*,moon.write,platform.users.write}'
      where id = ${id}`;
    const ctx = await enterAs(member, tenant.id, world.client);
    expect(ctx.can('admin.enter')).toBe(true);
    for (const permission of [
      'posts.read',
      'tags.read',
      'roles.write',
      'members.delete',
    ] as const) {
      expect(ctx.can(permission), permission).toBe(false);
    }
    for (const permissions of [['*'], ['posts.*'], ['moon.write'], ['account.use']]) {
      expect((await import('./role-input')).roleInput.safeParse(role(permissions)).success).toBe(
        false,
      );
    }
  });

  test('counts who has it, beside the built-in ones', async ({ tenant, asOwner }) => {
    const id = await createRole(asOwner, role(['posts.write']));
    const { builtIn, custom } = await listRoles(asOwner);
    expect(builtIn.map(({ name, people }) => [name, people])).toEqual([
      ['Owner', 1],
      ['Admin', 0],
      ['Editor', 1],
      ['Member', 1],
    ]);
    expect(custom).toMatchObject([{ id, name: 'Writer', people: 0 }]);
    expect(custom[0]?.permissions).toEqual(['admin.enter', 'posts.read', 'posts.write']);
    expect(tenant.slug).toBeTruthy();
  });

  test('has a name of its own, whatever its case', async ({ asOwner }) => {
    await createRole(asOwner, role([]));
    const second = await createRole(asOwner, role([], 'Reader'));
    const taken = { name: 'ExistsError', fields: { name: [expect.stringContaining('already')] } };
    await expect(createRole(asOwner, role([], 'WRITER'))).rejects.toMatchObject(taken);
    await expect(updateRole(asOwner, second, { name: 'writer' })).rejects.toMatchObject(taken);
    await updateRole(asOwner, second, { name: 'READER' });
  });

  test('is deleted; who has it gets another one', async ({ world, tenant, asOwner }) => {
    const { member } = tenant.people;
    const [id, heir] = [
      await createRole(asOwner, role(['posts.write'])),
      await createRole(asOwner, role(['tags.write'], 'Tagger')),
    ];
    const row = await membershipOf(world, tenant.id, member);
    await changeMember(asOwner, row?.id, { role: `custom:${id}` });
    for (const wrong of ['', `custom:${id}`, 'emperor', `custom:${tenant.id}`]) {
      await expect(deleteRole(asOwner, id, wrong), wrong).rejects.toMatchObject({
        code: 'bad_input',
      });
    }
    await deleteRole(asOwner, id, `custom:${heir}`);
    expect((await membershipOf(world, tenant.id, member))?.role_id).toBe(heir);
    await expect(getRole(asOwner, id)).rejects.toMatchObject({ code: 'not_found' });
    const types = await world.owner`
      select type from platform.events
      where tenant_id = ${tenant.id} and type ~ '^(role|member.updated)' order by id`;
    expect(types.map(({ type }) => type)).toEqual([
      ...['role.created', 'role.created', 'member.updated', 'member.updated', 'role.deleted'],
    ]);
  });
});

describe('who may change roles and not everything', () => {
  test('gives no right that they have not, also not to the role they hold', async ({
    world,
    tenant,
    asOwner,
  }) => {
    const { editor } = tenant.people;
    const [own, strong] = [
      await createRole(asOwner, role(['roles.write', 'roles.delete', 'tags.write'], 'Keeper')),
      await createRole(asOwner, role(['posts.delete', 'tags.write'], 'Strong')),
    ];
    const row = await membershipOf(world, tenant.id, editor);
    await changeMember(asOwner, row?.id, { role: `custom:${own}` });
    const ctx = await enterAs(editor, tenant.id, world.client);
    const refused = { name: 'InvalidInput' };
    await expect(createRole(ctx, role(['posts.read']))).rejects.toMatchObject(refused);
    await expect(
      updateRole(ctx, own, {
        permissions: ['roles.write', 'roles.delete', 'tags.write', 'members.write'],
      }),
    ).rejects.toMatchObject(refused);
    // Nor do they take what they have not got.
    await expect(updateRole(ctx, strong, { permissions: ['tags.write'] })).rejects.toMatchObject(
      refused,
    );
    await expect(deleteRole(ctx, strong, '')).rejects.toMatchObject({ name: 'DeleteError' });
    await expect(deleteRole(ctx, own, 'editor')).rejects.toMatchObject({ code: 'bad_input' });
    // A name is no right.
    await updateRole(ctx, strong, { name: 'Stronger' });
    await createRole(ctx, role(['tags.write'], 'Tagger'));
  });

  test('who was demoted a moment ago gives nothing away, whatever the request still says', async ({
    world,
    tenant,
    asOwner: _,
  }) => {
    const { editor } = tenant.people;
    const set = (to: string) => world.owner`
      update platform.memberships set role = ${to} where tenant_id = ${tenant.id} and user_id = ${editor.id}`;
    await set('admin');
    const ctx = await enterAs(editor, tenant.id, world.client);
    await set('editor');
    expect(ctx.can('roles.write')).toBe(true);
    await expect(createRole(ctx, role(['members.write']))).rejects.toMatchObject({
      name: 'InvalidInput',
    });
  });

  test('an editor may neither see nor change them', async ({ asEditor }) => {
    const forbidden = { code: 'forbidden' };
    await expect(listRoles(asEditor)).rejects.toMatchObject(forbidden);
    await expect(createRole(asEditor, role([]))).rejects.toMatchObject(forbidden);
    await expect(deleteRole(asEditor, 'x', '')).rejects.toMatchObject(forbidden);
  });
});
