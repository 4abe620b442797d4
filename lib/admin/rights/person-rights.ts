// What rights there are.
import '../registry';

import { keptRights } from '../../auth/kept-rights';
import { hasPermission, type Permission, type Rights } from '../../auth/permissions';
import { readMembers } from '../../tenancy/people/member';
import type { TenantContext } from '../../tenancy/tenant';
import { rightsOfMember } from './acting-person';
import { rightsOf } from './rights-of';

/** What somebody may do in one tenant (S4.10). Of who is no member, or deactivated, all is false. */
export interface PersonRights {
  can(permission: Permission): boolean;
  /** The same. */
  hasPerm(permission: Permission): boolean;
  /** True for all of them; also of an empty list, for a member. */
  hasPerms(permissions: readonly Permission[]): boolean;
  /** Every right of this release that they have, a superuser's included. */
  getAllPermissions(): Permission[];
  /** Those that their role gives, whether or not they are a superuser. */
  getGroupPermissions(): Permission[];
  /** True with any right on a resource, as `posts`. */
  hasModulePerms(resource: string): boolean;
  /** True for whoever is a member here. */
  hasTenantPermissions(): boolean;
}

/**
 * Tells what somebody may do in the tenant at hand, which need not be who is signed in: for that one a
 * context's own `can` is there, and always of the moment. For others what was read is used for two
 * seconds at most, and forgotten as soon as the event log tells of a change.
 *
 * @param ctx - the tenant; `current()` where none was handed in.
 * @param userId - of the person.
 */
export async function personRights(ctx: TenantContext, userId: string): Promise<PersonRights> {
  const { id } = ctx.tenant;
  const rights = await keptRights(id, userId, () => readRights(ctx, userId));
  const can = (permission: Permission) => rights !== null && hasPermission(rights, permission);
  return {
    can,
    hasPerm: can,
    hasPerms: (permissions) => rights !== null && permissions.every(can),
    getAllPermissions: () => rightsOf(rights),
    getGroupPermissions: () => rightsOf(rights && { ...rights, isSuperuser: false }),
    hasModulePerms: (resource) =>
      rightsOf(rights).some((permission) => permission.startsWith(`${resource}.`)),
    hasTenantPermissions: () => rights !== null,
  };
}

async function readRights({ tenant, db }: TenantContext, userId: string): Promise<Rights | null> {
  const [member] = await db.read((tx) => readMembers(tx, tenant.id, { userId }));
  return member && !member.isDeactivated ? rightsOfMember(member) : null;
}
