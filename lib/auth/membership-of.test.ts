import { expect, test } from 'vitest';
import { membershipOf } from './membership-of';
import { hasPermission } from './permissions';

const row = { membership_id: 'm', role: 'custom', role_name: 'Reader', is_staff: true };

test('permissions are a list, in which a name is a whole one', () => {
  const permissions = ['admin.enter', 'old-posts.read'];
  const rights = membershipOf({ ...row, member_superuser: false, permissions });
  expect(hasPermission(rights, 'old-posts.read')).toBe(true);
  expect(hasPermission(rights, 'posts.read')).toBe(false);
});

test('anything but a list gives nothing', () => {
  const permissions = '{admin.enter,posts.read}';
  const rights = membershipOf({ ...row, member_superuser: false, permissions });
  expect(hasPermission(rights, 'posts.read')).toBe(false);
});
