import { and, eq } from 'drizzle-orm';
import { memberships } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import { DeleteError } from '../../errors';
import type { EventOrigin } from '../../events/record-event';
import { ownerWords } from './keep-owner';
import type { Member } from './member';
import { tellOfMember } from './member-event';

/**
 * Takes somebody out of a tenant, with their groups; the database ends their sessions there in the
 * same transaction (S4.3). Their account and what they wrote stay.
 *
 * @param tx - the tenant's own, or the command line's.
 * @param member - as lockMembers gave it.
 * @throws DeleteError for whom the tenant belongs to. That somebody is left who owns it is asked at the
 *   end of the transaction, see throwOwnerKept.
 */
export async function removeMember(
  tx: ScopedTx,
  tenantId: string,
  member: Member,
  origin: EventOrigin,
): Promise<void> {
  if (member.isTenantOwner) throw new DeleteError(ownerWords.memberships_owner_stays ?? '');
  await tx
    .delete(memberships)
    .where(and(eq(memberships.tenantId, tenantId), eq(memberships.id, member.id)));
  await tellOfMember(tx, origin, { type: 'member.removed', tenantId, member });
}
