import { and, eq } from 'drizzle-orm';
import { memberships } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import { DeleteError } from '../../errors';
import type { EventOrigin } from '../../events/record-event';
import { ownerWords } from './keep-owner';
import { type Member, roleWords } from './member';
import { tellOfMember } from './member-event';

/** What somebody is to be from now on. */
export interface NewRole {
  role: 'owner' | 'admin' | 'editor' | 'member' | 'custom';
  /** With `custom` alone. */
  roleId: string | null;
  roleName: string | null;
  isSuperuser: boolean;
}

/**
 * Gives a member another role. Whoever may do less than before is signed out there by the database,
 * in the same transaction. Who may decide that is the caller's to ask.
 *
 * @param tx - the tenant's own, or the command line's.
 * @param member - as lockMembers gave it.
 * @throws DeleteError for whom the tenant belongs to, unless they stay its owner.
 */
export async function setMemberRole(
  tx: ScopedTx,
  tenantId: string,
  { member, next }: { member: Member; next: NewRole },
  origin: EventOrigin,
): Promise<void> {
  if (member.isTenantOwner && (next.role !== 'owner' || !next.isSuperuser)) {
    throw new DeleteError(ownerWords.memberships_owner_stays ?? '');
  }
  const { role, roleId, isSuperuser } = next;
  const changes: Record<string, [unknown, unknown]> = {};
  if (role !== member.role || roleId !== member.roleId) {
    changes.role = [roleWords(member), roleWords(next)];
  }
  if (isSuperuser !== member.isSuperuser) changes.isSuperuser = [member.isSuperuser, isSuperuser];
  if (Object.keys(changes).length === 0) return;
  await tx
    .update(memberships)
    .set({
      role,
      roleId,
      isStaff: role !== 'member' || isSuperuser,
      isSuperuser,
      modifiedAt: new Date(),
    })
    .where(and(eq(memberships.tenantId, tenantId), eq(memberships.id, member.id)));
  const told = { tenantId, member: { ...member, ...next }, more: { changes } };
  await tellOfMember(tx, origin, { type: 'member.updated', ...told });
}
