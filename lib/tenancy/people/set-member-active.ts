import { and, eq } from 'drizzle-orm';
import { memberships } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import { DeleteError } from '../../errors';
import type { EventOrigin } from '../../events/record-event';
import { ownerWords } from './keep-owner';
import type { Member } from './member';
import { tellOfMember } from './member-event';

/**
 * Deactivates a membership, or takes that back. Who is deactivated is no member for any purpose, and
 * still counts as one; the database ends their sessions there in the same transaction.
 *
 * @param tx - the tenant's own, or the command line's.
 * @param member - as lockMembers gave it.
 * @throws DeleteError for whom the tenant belongs to.
 */
export async function setMemberActive(
  tx: ScopedTx,
  tenantId: string,
  { member, isActive }: { member: Member; isActive: boolean },
  origin: EventOrigin,
): Promise<void> {
  if (member.isTenantOwner && !isActive) {
    throw new DeleteError(ownerWords.memberships_owner_stays ?? '');
  }
  const now = new Date();
  await tx
    .update(memberships)
    .set({ deactivatedAt: isActive ? null : now, modifiedAt: now })
    .where(and(eq(memberships.tenantId, tenantId), eq(memberships.id, member.id)));
  await tellOfMember(tx, origin, {
    type: isActive ? 'member.reactivated' : 'member.deactivated',
    ...{ tenantId, member, more: { changes: { active: [!isActive, isActive] } } },
  });
}
