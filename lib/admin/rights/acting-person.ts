import type { Rights } from '../../auth/permissions';
import type { ScopedTx } from '../../db/scoped-tx';
import { AppError } from '../../errors';
import type { ResourceContext } from '../../resources/resource-context';
import { type Member, readMembers } from '../../tenancy/people/member';
import type { Person, Target } from './member-rules';

/**
 * Whoever acts, with what they may do at this moment: read in the transaction of the change, so that
 * who has just been demoted gives nothing away. A key that acts for them gives no more than it may do
 * itself.
 *
 * @throws AppError forbidden for who is no member.
 */
export async function actingPerson(tx: ScopedTx, ctx: ResourceContext): Promise<Person> {
  const { actor, tenant } = ctx;
  const [member] = actor && tenant ? await readMembers(tx, tenant.id, { userId: actor.id }) : [];
  if (!member || member.isDeactivated) {
    throw new AppError('forbidden', 'You are no member of this site.');
  }
  const person = { userId: member.userId, rights: rightsOfMember(member) };
  return ctx.via ? { ...person, may: ctx.can } : person;
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
