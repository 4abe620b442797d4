import { expect, test } from 'vitest';
import { hasPermission, type Permission, type Rights } from './permissions';

const rights = (role: string, more: Partial<Rights> = {}): Rights => ({
  role,
  isStaff: role !== 'member',
  isSuperuser: false,
  ...more,
});

test.each<[who: string, rights: Rights | null, permission: Permission, expected: boolean]>([
  ['an owner', rights('owner'), 'settings.write', true],
  ['an admin', rights('admin'), 'audit.read', true],
  ['an editor', rights('editor'), 'posts.delete', true],
  ['an editor', rights('editor'), 'admin.enter', true],
  ['an editor', rights('editor'), 'settings.write', false],
  ['an editor', rights('editor'), 'authors.delete', false],
  ['an editor', rights('editor'), 'postscripts.write' as Permission, false],
  ['a member', rights('member'), 'admin.enter', false],
  ['a member called staff', rights('member', { isStaff: true }), 'admin.enter', false],
  ['an owner without staff rights', rights('owner', { isStaff: false }), 'posts.read', false],
  ['a tenant superuser', rights('editor', { isSuperuser: true }), 'settings.write', true],
  [
    'a superuser who is no staff',
    rights('owner', { isSuperuser: true, isStaff: false }),
    'posts.read',
    false,
  ],
  ['a role nobody knows', rights('emperor'), 'admin.enter', false],
  ['a role named like a method', rights('constructor'), 'admin.enter', false],
  ['somebody who is no member', null, 'posts.read', false],
  ['somebody who is no member', null, 'account.use', true],
])('%s %j: %s is %s', (_who, given, permission, expected) => {
  expect(hasPermission(given, permission)).toBe(expected);
});
