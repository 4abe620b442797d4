import { supportMay } from './support/support-rights';

/** What may be done with a resource. */
export type Verb = 'read' | 'write' | 'delete';

/** The right to do one thing, as in `posts.write`. */
export type Permission = `${string}.${Verb}` | 'admin.enter' | 'account.use';

/** The roles every tenant has, from the one that may do most. */
export const roles = ['owner', 'admin', 'editor', 'member'] as const;
export type Role = (typeof roles)[number];

/** What the role of a membership is called that has one of the tenant's own instead (S4.11). */
export const customRole = 'custom';

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
    'comments.*',
    'members.read',
    'media.*',
    'notifications.*',
  ],
  member: [],
};

/** The part of a membership that decides about rights. */
export interface Rights {
  /** One of {@link roles}, or {@link customRole}. */
  role: string;
  /** May enter the admin. With a custom role it follows from that role's `admin.enter`. */
  isStaff: boolean;
  isSuperuser: boolean;
  /** Of a custom role, as they are stored: what this release does not know gives nothing. */
  permissions?: readonly string[] | null;
  /** Of a custom role. */
  roleName?: string | null;
  /** All that an API key leaves of it; absent for the person themself. */
  scopes?: readonly string[];
  /** Set where support acts as the member: may it change things at this moment. */
  support?: { canWrite: boolean } | null;
}

/**
 * Tells whether a membership gives a permission in its tenant (S4.7). Nobody without staff rights
 * may do anything in the admin; a role this release does not know gives nothing. A custom role gives
 * what it names, word for word, and nothing without `admin.enter` among it. Where support acts as the
 * member, it gives what {@link supportMay} leaves of that: here alone, for every door.
 *
 * @param rights - null for somebody who is no member, or a deactivated one.
 */
export function hasPermission(rights: Rights | null, permission: Permission): boolean {
  if (permission === 'account.use') return true;
  if (rights?.support && !supportMay(rights.support, permission)) return false;
  if (!rights?.isStaff) return false;
  if (rights.scopes && !rights.scopes.includes(permission)) return false;
  if (rights.isSuperuser) return true;
  if (rights.role === customRole) return givesCustom(rights.permissions ?? [], permission);
  const granted = Object.hasOwn(patterns, rights.role) ? patterns[rights.role as Role] : [];
  return granted.some((pattern) => matches(pattern, permission));
}

/** The rights of somebody who has one of the built-in roles and nothing more, as it is given. */
export function rightsOfRole(role: Role): Rights {
  return { role, isStaff: role !== 'member', isSuperuser: false };
}

/** The rights of somebody with a custom role. */
export function rightsOfCustom(permissions: readonly string[]): Rights {
  const isStaff = permissions.includes('admin.enter');
  return { role: customRole, isStaff, isSuperuser: false, permissions };
}

/** The roles that give a permission to staff, for telling people whom to ask. */
export function rolesWith(permission: Permission): Role[] {
  return roles.filter((role) =>
    hasPermission({ role, isStaff: true, isSuperuser: false }, permission),
  );
}

/** Patterns are for the built-in roles: a stored `*` is a word like any other. */
function givesCustom(granted: readonly string[], permission: Permission): boolean {
  return granted.includes('admin.enter') && granted.includes(permission);
}

function matches(pattern: string, permission: string): boolean {
  if (pattern === '*' || pattern === permission) return true;
  return pattern.endsWith('.*') && permission.startsWith(pattern.slice(0, -1));
}
