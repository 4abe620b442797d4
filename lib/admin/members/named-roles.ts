import {
  roles as builtIn,
  customRole,
  type Rights,
  type Role,
  rightsOfCustom,
  rightsOfRole,
} from '../../auth/permissions';
import { builtInName } from '../roles/role-words';
import { roleName } from './find-role';

/** A role as forms offer it, and what it gives. */
export interface NamedRole {
  id: string;
  label: string;
  rights: Rights;
}

interface OwnRole {
  id: string;
  name: string;
  permissions: readonly string[];
}

/**
 * Every role that can be given in a tenant: the built-in ones, then the tenant's own.
 *
 * @param own - the tenant's own, in the order they are to have.
 * @param first - the built-in ones, from the one that may do most unless told otherwise.
 */
export function namedRoles(own: OwnRole[], first: readonly Role[] = builtIn): NamedRole[] {
  return [
    ...first.map((role) => ({ id: role, label: builtInName(role), rights: rightsOfRole(role) })),
    ...own.map(({ id, name, permissions }) => ({
      ...{ id: roleName({ role: customRole, roleId: id }), label: name },
      rights: rightsOfCustom(permissions),
    })),
  ];
}
