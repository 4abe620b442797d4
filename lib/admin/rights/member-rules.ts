import type { Permission, Rights } from '../../auth/permissions';
import { isAtTop, isHigh, reaches, rightsOf } from './rights-of';

/** Somebody with what they may do. */
export interface Person {
  userId: string;
  rights: Rights;
  /** What an API key that acts in their name is left with; absent for the person themself. */
  may?(permission: Permission): boolean;
}

/** A member to whom something is to be done. */
export interface Target extends Person {
  name: string;
  /** The site is theirs. */
  isTenantOwner: boolean;
}

const ranks = ['member', 'custom', 'editor', 'admin', 'owner'];
const ownersOnly = 'Only owners may do that to owners and admins.';
const beyond = 'You may only give and take rights that you have yourself.';

/**
 * Why somebody may not give a member this role, or null (S4.11): nobody gives or takes what they have
 * not got, the high roles are the owners' to give, nobody raises themself, and whom the site belongs
 * to stays its owner.
 */
export function roleFault(actor: Person, target: Target, next: Rights): string | null {
  const { rights: now } = target;
  if (target.isTenantOwner && (next.role !== 'owner' || !next.isSuperuser)) {
    return `The site belongs to ${target.name}. It must be given to somebody else first.`;
  }
  const isOwn = actor.userId === target.userId;
  // Whoever is an admin may lay that down.
  if ((isHigh(next) || (isHigh(now) && !isOwn)) && !isTop(actor)) {
    return isHigh(next) && !isHigh(now) ? 'Only owners may give this role.' : ownersOnly;
  }
  if (!covers(actor, [...rightsOf(now), ...rightsOf(next)])) return beyond;
  if (isOwn && isRaise(now, next)) {
    return 'Nobody can raise their own role. Somebody else who may do it can.';
  }
  return null;
}

/** Why somebody may not deactivate a member, or take that back; null where they may. */
export function activeFault(actor: Person, target: Target): string | null {
  if (actor.userId === target.userId) return 'It is you. Somebody else can do it.';
  return removalFault(actor, target);
}

/** Why somebody may not remove a member, or null. Leaving is removing oneself. */
export function removalFault(actor: Person, target: Target): string | null {
  if (target.isTenantOwner) {
    return `The site belongs to ${target.name}. It must be given to somebody else first.`;
  }
  if (actor.userId === target.userId) return null;
  if (isHigh(target.rights) && !isTop(actor)) return ownersOnly;
  return covers(actor, rightsOf(target.rights)) ? null : beyond;
}

/** Why somebody may not change what a role gives, or null; `changed` are the rights that come or go. */
export function roleEditFault(actor: Person, changed: string[]): string | null {
  const known = new Set<string>(rightsOf(actor.rights));
  const isKnown = (permission: string) =>
    known.has(permission) && isLeft(actor, permission as Permission);
  return changed.every(isKnown) ? null : beyond;
}

/** What only owners give, no key of theirs gives. */
function isTop(actor: Person): boolean {
  return !actor.may && isAtTop(actor.rights);
}

function covers(actor: Person, wanted: readonly Permission[]): boolean {
  return reaches(actor.rights, wanted) && wanted.every((one) => isLeft(actor, one));
}

/** Entering the admin is nothing that a key could do. */
function isLeft({ may }: Person, permission: Permission): boolean {
  return !may || permission === 'admin.enter' || may(permission);
}

function isRaise(now: Rights, next: Rights): boolean {
  if (next.isSuperuser && !now.isSuperuser) return true;
  if (ranks.indexOf(next.role) > ranks.indexOf(now.role)) return true;
  return !reaches(now, rightsOf(next));
}
