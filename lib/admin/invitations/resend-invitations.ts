import { eq, sql } from 'drizzle-orm';
import { invitations, memberships } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import { AppError } from '../../errors';
import type { RecordFate } from '../../resources/resource-action';
import type { ResourceContext } from '../../resources/resource-context';
import { findRole, roleName } from '../members/find-role';
import { actingPerson } from '../rights/acting-person';
import type { Person } from '../rights/member-rules';
import { tellOfInvitations } from './invitation-event';
import { inviterFault } from './inviter-fault';
import { isJustSent, mailFault, pauseMinutes, readSentMails, type SentMails } from './mail-limits';
import { endOf, lockInvitations } from './revoke-invitations';

type Row = typeof invitations.$inferSelect;

/**
 * Sends invitations again, good for as long as at first, and as whoever does it: they must be allowed
 * to give the role themself. That mends those whose inviter has left.
 */
export async function resendInvitations(
  tx: ScopedTx,
  ctx: ResourceContext,
  ids: string[],
): Promise<RecordFate[]> {
  const actor = await actingPerson(tx, ctx);
  const rows = await lockInvitations(tx, ids);
  const sent = await readSentMails(
    tx,
    rows.map(({ email }) => email),
  );
  const fates: RecordFate[] = [];
  let mails = 0;
  for (const row of rows) {
    const why = await faultOf(tx, row, { actor, sent, mails });
    if (why === null) {
      await sendAgain(tx, ctx, row);
      mails += 1;
    }
    fates.push({ id: row.id, label: row.email, why });
  }
  return fates;
}

interface Situation {
  actor: Person;
  sent: SentMails;
  mails: number;
}

async function faultOf(tx: ScopedTx, row: Row, { actor, sent, mails }: Situation) {
  const ended = endOf(row);
  if (ended) return ended;
  if (row.role === 'custom' && row.roleId === null) {
    return 'Its role is deleted. Invite them again with another one.';
  }
  const { rights } = await findRole(tx, roleName(row), 'role');
  const fault = inviterFault(actor, rights);
  if (fault) return fault;
  const [member] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(eq(memberships.email, row.email));
  if (member) return 'They are a member already.';
  if (isJustSent(row)) return `It has just been sent. Wait ${pauseMinutes} minutes.`;
  return mailFault(sent, row.email, mails);
}

async function sendAgain(tx: ScopedTx, ctx: ResourceContext, row: Row): Promise<void> {
  if (!ctx.actor) throw new AppError('forbidden', 'Somebody must invite.');
  await tx
    .update(invitations)
    .set({
      invitedBy: ctx.actor.id,
      expiresAt: new Date(Date.now() + lifeOf(row)),
      sentAt: sql`now()`,
      sentCount: row.sentCount + 1,
    })
    .where(eq(invitations.id, row.id));
  await tellOfInvitations(tx, ctx, 'invitation.sent', [
    { id: row.id, email: row.email, again: true },
  ]);
}

/** As long as it was good for when it was sent last. */
function lifeOf({ sentAt, expiresAt }: Row): number {
  return expiresAt.getTime() - sentAt.getTime();
}
