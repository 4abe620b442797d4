import type { invitations } from '../../db/schema/platform';
import { type FoundRole, roleName } from '../members/find-role';
import type { Person } from '../rights/member-rules';
import { inviterFault } from './inviter-fault';
import { isJustSent, mailFault, type SentMails } from './mail-limits';
import type { Wish, WishFate } from './wish';

type Invitation = typeof invitations.$inferSelect;

/** What is so at this moment, read in the transaction of the change. */
export interface Known {
  /** Whoever invites. */
  actor: Person;
  /** By the names that wishes have for them. */
  roles: Map<string, FoundRole>;
  /** Members by email; false for who is deactivated. */
  members: Map<string, boolean>;
  /** Invitations that wait, or have expired, by email. */
  waiting: Map<string, Invitation>;
  sent: SentMails;
  /** How many more may be invited. */
  room: number;
}

/** What is to be done about a wish. */
export interface Decision extends Pick<WishFate, 'outcome' | 'why' | 'id'> {
  wish: Wish;
  /** Id of one whose place the new one takes. */
  replaces?: string;
}

/** Decides about each wish, in their order: the first ones get the places that are left. */
export function decide(wishes: Wish[], known: Known, renews: boolean): Decision[] {
  let mails = 0;
  let taken = 0;
  return wishes.map((wish) => {
    const decision = judge(wish, known, { renews, mails, taken });
    if (decision.outcome === 'invited' || decision.outcome === 'renewed') mails += 1;
    if (decision.outcome === 'invited' && !isLiving(known.waiting.get(wish.email))) taken += 1;
    return { wish, ...decision };
  });
}

interface SoFar {
  renews: boolean;
  mails: number;
  taken: number;
}

function judge(wish: Wish, known: Known, so: SoFar): Omit<Decision, 'wish'> {
  const { email } = wish;
  const isActive = known.members.get(email);
  if (isActive) return { outcome: 'member', why: `${email} is a member already.` };
  if (isActive === false) {
    const why = `${email} is a member who is deactivated. Reactivate them instead.`;
    return { outcome: 'deactivated', why };
  }
  const role = known.roles.get(wish.role);
  const fault = role ? inviterFault(known.actor, role.rights) : 'There is no such role.';
  if (fault) return { outcome: 'role', why: fault };
  const waiting = known.waiting.get(email);
  const isSame = waiting !== undefined && isAsked(waiting, wish);
  if (isSame && isLiving(waiting) && (!so.renews || isJustSent(waiting))) {
    return { outcome: 'waiting', why: null, id: waiting.id };
  }
  if (!isLiving(waiting) && known.room - so.taken <= 0) return { outcome: 'full', why: fullWords };
  const often = mailFault(known.sent, email, so.mails);
  if (often) return { outcome: 'often', why: often };
  if (isSame) return { outcome: 'renewed', why: null, id: waiting.id };
  return { outcome: 'invited', why: null, id: crypto.randomUUID(), replaces: waiting?.id };
}

const fullWords =
  'The site would have more members than it may, counting those who are invited already.';

function isAsked(waiting: Invitation, { role, groups }: Wish): boolean {
  if (roleName(waiting) !== role) return false;
  const [before, now] = [new Set(waiting.groups), new Set(groups)];
  return before.size === now.size && [...before].every((id) => now.has(id));
}

function isLiving(waiting: Invitation | undefined): boolean {
  return waiting !== undefined && waiting.expiresAt.getTime() > Date.now();
}
