import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { forgetRights } from '../../auth/kept-rights';
import { rightsTag } from '../../tenancy/cache-tags';
import { bindTenant, current } from '../../tenancy/context';
import { tenantTest } from '../../testing/tenant-test/tenant-test';
import { changeMember } from '../members/change-member';
import { createRole } from '../roles/save-role';
import { personRights } from './person-rights';

const test = tenantTest({ rows: async () => {} });

test('tells of anybody in the tenant at hand, and nothing of who is no member', async ({
  tenant,
  other,
  asOwner,
}) => {
  const { owner, editor, member } = tenant.people;
  const rights = (id: string) => bindTenant(asOwner, () => personRights(current(), id));
  const [boss, writer, reader] = [
    await rights(owner.id),
    await rights(editor.id),
    await rights(member.id),
  ];
  expect(boss.getAllPermissions()).toContain('roles.delete');
  expect(boss.hasPerms(['posts.write', 'settings.write'])).toBe(true);
  expect([writer.can('posts.write'), writer.hasPerm('settings.write')]).toEqual([true, false]);
  expect(writer.hasPerms(['posts.write', 'settings.write'])).toBe(false);
  expect([writer.hasModulePerms('posts'), writer.hasModulePerms('post')]).toEqual([true, false]);
  expect(writer.getGroupPermissions()).toEqual(writer.getAllPermissions());
  expect([reader.hasTenantPermissions(), reader.getAllPermissions()]).toEqual([true, []]);
  for (const id of [other.people.owner.id, randomUUID()]) {
    const nobody = await rights(id);
    expect(nobody.hasTenantPermissions()).toBe(false);
    expect([nobody.can('posts.read'), nobody.can('account.use'), nobody.hasPerms([])]).toEqual([
      false,
      false,
      false,
    ]);
    expect([nobody.getAllPermissions(), nobody.hasModulePerms('posts')]).toEqual([[], false]);
  }
});

test('one person is something else in every tenant', async ({ world, tenant, other, asOwner }) => {
  const { editor } = tenant.people;
  await world.owner`
    insert into platform.memberships (tenant_id, user_id, role, is_staff)
    values (${other.id}, ${editor.id}, 'admin', true)`;
  const here = await personRights(asOwner, editor.id);
  expect(here.can('settings.write')).toBe(false);
  const there = { ...asOwner, tenant: { ...asOwner.tenant, id: other.id } };
  const wrong = personRights(there, editor.id);
  // The handle is this tenant's: under the other's name it shows nothing.
  expect((await wrong).hasTenantPermissions()).toBe(false);
});

test('is remembered for a moment, and forgotten when the log tells of a change', async ({
  world,
  tenant,
  asOwner,
}) => {
  const { member } = tenant.people;
  const id = await createRole(asOwner, {
    ...{ name: 'Tagger', description: '' },
    permissions: ['tags.write'],
  });
  const can = async () => (await personRights(asOwner, member.id)).can('tags.write');
  expect(await can()).toBe(false);
  const [row] = await world.owner`
    select id from platform.memberships where tenant_id = ${tenant.id} and user_id = ${member.id}`;
  await changeMember(asOwner, row?.id, { role: `custom:${id}` });
  expect(await can()).toBe(false);
  const [event] = await world.owner`
    select cache_tags from platform.events where type = 'member.updated' and tenant_id = ${tenant.id}`;
  expect(event?.cache_tags).toEqual([rightsTag(tenant.id)]);
  forgetRights(event?.cache_tags);
  expect(await can()).toBe(true);
});
