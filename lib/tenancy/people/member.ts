import { and, asc, eq, inArray } from 'drizzle-orm';
import { memberships, roles, tenants } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';

/** A membership as the verbs see it. */
export interface Member {
  /** Of the membership. */
  id: string;
  userId: string;
  name: string;
  role: string;
  roleId: string | null;
  /** Of a custom role. */
  roleName: string | null;
  permissions: string[] | null;
  isStaff: boolean;
  isSuperuser: boolean;
  isDeactivated: boolean;
  /** The tenant's row names them as its owner. */
  isTenantOwner: boolean;
}

/** Which memberships are meant: by their own ids, or by a person's. */
export type MemberNames = { ids: string[] } | { userId: string };

/**
 * Reads memberships of a tenant and keeps others from changing them until the transaction ends, in
 * the order of their ids.
 *
 * @param tx - the tenant's own, or the command line's.
 */
export async function lockMembers(
  tx: ScopedTx,
  tenantId: string,
  names: MemberNames,
): Promise<Member[]> {
  const rows = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.tenantId, tenantId), isMeant(names)))
    .orderBy(asc(memberships.id))
    .for('update');
  return readMembers(tx, tenantId, { ids: rows.map(({ id }) => id) });
}

/** The same without keeping anybody from anything. */
export async function readMembers(
  tx: ScopedTx,
  tenantId: string,
  names: MemberNames,
): Promise<Member[]> {
  if ('ids' in names && names.ids.length === 0) return [];
  const [rows, [tenant]] = await Promise.all([
    tx
      .select({
        id: memberships.id,
        userId: memberships.userId,
        name: memberships.name,
        role: memberships.role,
        roleId: memberships.roleId,
        roleName: roles.name,
        permissions: roles.permissions,
        isStaff: memberships.isStaff,
        isSuperuser: memberships.isSuperuser,
        deactivatedAt: memberships.deactivatedAt,
      })
      .from(memberships)
      .leftJoin(roles, and(eq(roles.tenantId, tenantId), eq(roles.id, memberships.roleId)))
      .where(and(eq(memberships.tenantId, tenantId), isMeant(names)))
      .orderBy(asc(memberships.id)),
    tx.select({ ownerId: tenants.ownerId }).from(tenants).where(eq(tenants.id, tenantId)),
  ]);
  return rows.map(({ deactivatedAt, ...row }) => ({
    ...row,
    isDeactivated: deactivatedAt !== null,
    isTenantOwner: row.userId === tenant?.ownerId,
  }));
}

function isMeant(names: MemberNames) {
  return 'ids' in names ? inArray(memberships.id, names.ids) : eq(memberships.userId, names.userId);
}

/** What the role of somebody is called, as events tell it. */
export function roleWords({ role, roleName }: Pick<Member, 'role' | 'roleName'>): string {
  return roleName ?? role;
}
