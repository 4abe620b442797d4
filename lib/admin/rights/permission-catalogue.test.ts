import { expect, test } from 'vitest';
import {
  hasPermission,
  type Permission,
  rightsOfCustom,
  rightsOfRole,
} from '../../auth/permissions';
import { tags } from '../../db/schema/tenant';
import { defineResource } from '../../resources/define-resource';
import { adminResources } from '../registry';
import { completePermissions } from '../roles/role-input';
import { knownPermissions, permissionCatalogue } from './permission-catalogue';
import { isAtTop, reaches, rightsOf } from './rights-of';

const permissionsOf = (name: string, resources = adminResources) =>
  permissionCatalogue(resources)
    .find((area) => area.name === name)
    ?.rights.map(({ permission }) => permission);

test('a resource that is declared appears by itself, with what something asks for', () => {
  const widgets = defineResource({
    ...{ name: 'widgets', singular: 'widget', table: tags },
    actions: {
      polish: {
        ...{ label: 'Polish', done: 'polished', permission: 'widgets.polish' as Permission },
        set: () => ({}),
      },
    },
  });
  expect(permissionsOf('widgets', [...adminResources, widgets])).toEqual([
    ...['widgets.read', 'widgets.write', 'widgets.delete', 'widgets.polish'],
  ]);
  const looked = defineResource({
    ...{ name: 'looked', singular: 'look', table: tags, readOnly: true },
  });
  expect(permissionsOf('looked', [looked])).toEqual(['looked.read']);
  expect(permissionsOf('looked', [{ ...looked, platformOnly: true }])).toBeUndefined();
});

test('the admin’s own: what is read-only has no right to change it but its verbs', () => {
  expect(permissionsOf('audit')).toEqual(['audit.read']);
  expect(permissionsOf('members')).toEqual(['members.read', 'members.write', 'members.delete']);
  expect(permissionsOf('domains')).toEqual(['domains.read', 'domains.write']);
  expect(permissionsOf('jobs')).toEqual(['jobs.read', 'jobs.write']);
  expect(permissionsOf('roles')).toEqual(['roles.read', 'roles.write', 'roles.delete']);
  const all = knownPermissions();
  expect(new Set(all).size).toBe(all.length);
  expect(all.some((permission) => permission.startsWith('platform.'))).toBe(false);
});

test('what may be changed may be seen, and any of it needs the admin', () => {
  expect(completePermissions(['tags.delete', 'settings.write'])).toEqual([
    ...['admin.enter', 'tags.read', 'tags.delete', 'settings.read', 'settings.write'],
  ]);
  expect(completePermissions([])).toEqual([]);
});

test('a role reaches what it has and no more', () => {
  const [admin, editor] = [rightsOfRole('admin'), rightsOfRole('editor')];
  expect(rightsOf(admin)).toEqual(knownPermissions());
  expect(reaches(admin, rightsOf(editor))).toBe(true);
  expect(reaches(editor, rightsOf(admin))).toBe(false);
  expect(reaches(null, [])).toBe(true);
  const custom = rightsOfCustom(['posts.write']);
  expect(hasPermission(custom, 'posts.write')).toBe(false);
  expect(hasPermission(rightsOfCustom(['admin.enter', 'posts.write']), 'posts.write')).toBe(true);
});

test('no key of an owner’s gives what only owners give', () => {
  const owner = { role: 'owner', isStaff: true, isSuperuser: true };
  expect(isAtTop(owner)).toBe(true);
  expect(isAtTop({ ...owner, scopes: ['members.write'] })).toBe(false);
});
