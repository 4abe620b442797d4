import { hasPermission, type Rights, rightsOfRole } from '../../auth/permissions';
import { type Person, roleFault, type Target } from '../rights/member-rules';

/** Somebody who has nothing yet. */
const newcomer: Target = {
  ...{ userId: '', name: '', isTenantOwner: false },
  rights: rightsOfRole('member'),
};

/**
 * Why somebody may not invite to a role, or null: nobody gives what they have not got, and the high
 * roles are the owners' to give. Asked when they invite, and once more when it is accepted.
 */
export function inviterFault(actor: Person, next: Rights): string | null {
  if (!hasPermission(actor.rights, 'invitations.write')) return 'You may not invite people.';
  return roleFault(actor, newcomer, next);
}
