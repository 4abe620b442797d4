import { hasPermission, type Permission, type Rights } from '../../auth/permissions';
import { knownPermissions } from './permission-catalogue';

/** Every right of this release that a membership gives, in the order of the admin. */
export function rightsOf(rights: Rights | null): Permission[] {
  return knownPermissions().filter((permission) => hasPermission(rights, permission));
}

/** True when whoever has `rights` has each of these. */
export function reaches(rights: Rights | null, wanted: readonly Permission[]): boolean {
  return wanted.every((permission) => hasPermission(rights, permission));
}

/**
 * May give and take the roles of owners and admins, and a superuser's rights: owners and superusers.
 * Nobody who acts as one, and no key of theirs.
 */
export function isAtTop(rights: Rights | null): boolean {
  if (!rights?.isStaff || rights.support || rights.scopes) return false;
  return rights.isSuperuser || rights.role === 'owner';
}

/** An owner, an admin or a superuser: to be given and taken at the top alone. */
export function isHigh({ role, isSuperuser }: Pick<Rights, 'role' | 'isSuperuser'>): boolean {
  return isSuperuser || role === 'owner' || role === 'admin';
}
