/** What may be done with a resource. */
export type Verb = 'read' | 'write' | 'delete';

/** The right to do one thing, as in `posts.write`. */
export type Permission = `${string}.${Verb}` | 'admin.enter' | 'account.use';

export const roles = ['owner', 'admin', 'editor', 'member'] as const;
export type Role = (typeof roles)[number];

/** What each role may do in its tenant, beside being staff. `*` stands for anything in its place. */
const patterns: Record<Role, readonly string[]> = {
  owner: ['*'],
  admin: ['*'],
  editor: [
    'admin.enter',
    'posts.*',
    'tags.*',
    'authors.read',
    'authors.write',
    'members.read',
    'media.*',
  ],
  member: [],
};

/** The part of a membership that decides about rights. */
export interface Rights {
  role: string;
  isStaff: boolean;
  isSuperuser: boolean;
}

/**
 * Tells whether a membership gives a permission in its tenant (S4.7). Nobody without staff rights
 * may do anything in the admin; a role this release does not know gives nothing.
 *
 * @param rights - null for somebody who is no member.
 */
export function hasPermission(rights: Rights | null, permission: Permission): boolean {
  if (permission === 'account.use') return true;
  if (!rights?.isStaff) return false;
  if (rights.isSuperuser) return true;
  const granted = Object.hasOwn(patterns, rights.role) ? patterns[rights.role as Role] : [];
  return granted.some((pattern) => matches(pattern, permission));
}

/** The roles that give a permission to staff, for telling people whom to ask. */
export function rolesWith(permission: Permission): Role[] {
  return roles.filter((role) =>
    hasPermission({ role, isStaff: true, isSuperuser: false }, permission),
  );
}

function matches(pattern: string, permission: string): boolean {
  if (pattern === '*' || pattern === permission) return true;
  return pattern.endsWith('.*') && permission.startsWith(pattern.slice(0, -1));
}
