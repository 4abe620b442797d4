import type { Permission } from '../../auth/permissions';

/** What a key may be allowed to do with one kind of thing. */
export interface ScopeGroup {
  label: string;
  scopes: { scope: Permission; label: string }[];
}

/** Everything the API asks a right for, as checkboxes offer it. A test compares it with the API. */
const scopeGroups: readonly ScopeGroup[] = [
  group('Posts', 'posts', { read: 'See drafts', write: 'Write and publish', delete: 'Trash' }),
  group('Tags', 'tags', { read: 'See unused ones', write: 'Change', delete: 'Trash' }),
  group('Authors', 'authors', { read: 'See', write: 'Change', delete: 'Trash' }),
  group('Pictures', 'media', { read: 'See', write: 'Upload and describe', delete: 'Delete' }),
  group('Comments', 'comments', { read: 'See' }),
  group('Members', 'members', { read: 'See', write: 'Change and deactivate', delete: 'Remove' }),
  group('Roles', 'roles', { read: 'See', write: 'Change', delete: 'Delete' }),
  group('Groups', 'groups', { read: 'See', write: 'Change', delete: 'Delete' }),
  group('Invitations', 'invitations', { read: 'See', write: 'Invite', delete: 'Revoke' }),
  group('Domains', 'domains', { read: 'See', write: 'Add, check and remove' }),
  group('API keys', 'api-keys', { read: 'See', write: 'Make', delete: 'Revoke' }),
  group('Notifications', 'notifications', { read: 'See what was sent', write: 'Send' }),
  group('Settings', 'settings', { read: 'See limits', write: 'Change' }),
  group('Jobs', 'jobs', { read: 'See', write: 'Retry and discard' }),
  group('Audit log', 'audit', { read: 'See' }),
];

/** All of them, in their order. */
export const allScopes: readonly Permission[] = scopeGroups.flatMap(({ scopes }) =>
  scopes.map(({ scope }) => scope),
);

/** The groups of what somebody may do: nobody gives a key more than they have. */
export function scopesOf(who: { can(permission: Permission): boolean }): ScopeGroup[] {
  return scopeGroups
    .map(({ label, scopes }) => ({ label, scopes: scopes.filter(({ scope }) => who.can(scope)) }))
    .filter(({ scopes }) => scopes.length > 0);
}

function group(
  label: string,
  name: string,
  verbs: Partial<Record<'read' | 'write' | 'delete', string>>,
): ScopeGroup {
  const scopes = Object.entries(verbs).map(([verb, words]) => ({
    scope: `${name}.${verb}` as Permission,
    label: words,
  }));
  return { label, scopes };
}
