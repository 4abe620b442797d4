import type { Rights } from '../../auth/permissions';
import type { ScopedTx } from '../../db/scoped-tx';
import { AppError } from '../../errors';
import type { ResourceContext } from '../../resources/resource-context';
import { type Member, readMembers } from '../../tenancy/people/member';
import type { Person, Target } from './member-rules';

/**
 * Whoever acts, with what they may do at this moment: read in the transaction of the change, so that
 * who has just been demoted gives nothing away.
 *
 * @throws AppError forbidden for who is no member.
 */
export async function actingPerson(tx: ScopedTx, ctx: ResourceContext): Promise<Person> {
  const { actor, tenant } = ctx;
  const [member] = actor && tenant ? await readMembers(tx, tenant.id, { userId: actor.id }) : [];
  if (!member || member.isDeactivated) {
    throw new AppError('forbidden', 'You are no member of this site.');
  }
  return { userId: member.userId, rights: rightsOfMember(member) };
}

/** A member as the rules see them: with the rights they have, or had before they were deactivated. */
export function targetOf(member: Member): Target {
  const { userId, name, isTenantOwner } = member;
  return { userId, name, isTenantOwner, rights: rightsOfMember(member) };
}

/** What a membership gives, whether or not it is deactivated. */
export function rightsOfMember(member: Member): Rights {
  const { role, isStaff, isSuperuser, permissions, roleName } = member;
  return { role, isStaff, isSuperuser, permissions, roleName };
}
