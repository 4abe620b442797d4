import '../testing/rest-environment';

import { expect, test } from 'vitest';
import { allScopes, scopesOf } from '../admin/api-keys/scopes';
import { hasPermission } from '../auth/permissions';
import { tenantOperationList } from './tenant-api';

test('there is a scope for each right that the API asks for, and for no other', () => {
  const asked = tenantOperationList().flatMap(({ permission, rights = [] }) => [
    permission,
    ...rights,
  ]);
  const rights = asked.filter((right) => right !== 'public' && right !== 'account.use');
  expect([...allScopes].sort()).toEqual([...new Set(rights)].sort());
});

test('an editor is offered no more than an editor may', () => {
  const editor = { role: 'editor', isStaff: true, isSuperuser: false };
  const offered = scopesOf({ can: (right) => hasPermission(editor, right) });
  const scopes = offered.flatMap((group) => group.scopes.map(({ scope }) => scope));
  expect(scopes).toContain('posts.write');
  expect(scopes).not.toContain('settings.write');
  expect(scopes).not.toContain('api-keys.write');
  expect(offered.every((group) => group.scopes.length > 0)).toBe(true);
});
