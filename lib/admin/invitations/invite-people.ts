// What rights there are.
import '../registry';

import { inArray } from 'drizzle-orm';
import { invitations, memberships, tenants } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import { AppError } from '../../errors';
import type { ResourceContext } from '../../resources/resource-context';
import { findGroups } from '../members/find-groups';
import { type FoundRole, findRole } from '../members/find-role';
import { actingPerson } from '../rights/acting-person';
import { decide, type Known } from './judge-wishes';
import { isWaitingFor, readSentMails } from './mail-limits';
import { readRoom } from './read-room';
import type { InvitationDays, Wish, WishFate } from './wish';
import { writeInvitations } from './write-invitations';

export interface InviteOptions {
  days: InvitationDays;
  /** A word of one's own, for the mail. */
  message: string;
  /** Sends what waits already once more, where it is asked for again as it is. */
  renews: boolean;
}

/**
 * Invites people (S1.28): what can be done is done, in one transaction with its events, which have the
 * mails written; of the rest it says why. Asking again for what waits already invites nobody twice; for
 * another role or other groups, the later invitation takes the earlier one's place.
 *
 * @param wishes - each address once, their roles and groups of this tenant.
 * @returns what became of each, in their order.
 * @throws AppError forbidden; InvalidInput (`role`, `groups`) for what there is not in this tenant.
 */
export async function invitePeople(
  ctx: ResourceContext,
  wishes: Wish[],
  options: InviteOptions,
): Promise<WishFate[]> {
  if (!ctx.can('invitations.write')) throw new AppError('forbidden', 'You may not invite people.');
  if (wishes.some((wish) => wish.groups.length > 0) && !ctx.can('groups.write')) {
    throw new AppError('forbidden', 'You may not put people into groups.');
  }
  return ctx.db.write(async (tx) => {
    // One after the other, so that two who invite the same person make one invitation.
    await tx.select({ id: tenants.id }).from(tenants).for('no key update');
    await findGroups(
      tx,
      wishes.flatMap((wish) => wish.groups),
    );
    const known = await readKnown(tx, ctx, wishes);
    const decisions = decide(wishes, known, options.renews);
    await writeInvitations(tx, ctx, decisions, { ...options, roles: known.roles });
    return decisions.map(({ wish: { email }, outcome, why, id }) => ({ email, outcome, why, id }));
  });
}

async function readKnown(tx: ScopedTx, ctx: ResourceContext, wishes: Wish[]): Promise<Known> {
  const roles = new Map<string, FoundRole>();
  for (const name of new Set(wishes.map((wish) => wish.role))) {
    roles.set(name, await findRole(tx, name, 'role'));
  }
  const emails = wishes.map((wish) => wish.email);
  const [members, waiting, sent, room] = [
    await tx
      .select({ email: memberships.email, deactivatedAt: memberships.deactivatedAt })
      .from(memberships)
      .where(inArray(memberships.email, emails)),
    await tx.select().from(invitations).where(isWaitingFor(emails)),
    await readSentMails(tx, emails),
    await readRoom(tx),
  ];
  return {
    ...{ roles, sent, room, actor: await actingPerson(tx, ctx) },
    members: new Map(members.map((row) => [row.email, row.deactivatedAt === null])),
    waiting: new Map(waiting.map((row) => [row.email, row])),
  };
}
