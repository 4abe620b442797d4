import { and, gt, inArray, sql } from 'drizzle-orm';
import { invitations } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';

/** Mails of a tenant, and of a tenant to one address, within a day. */
const mostADay = 1000;
const mostToOneADay = 5;
/** Between two mails of one invitation. */
export const pauseMinutes = 5;

/** What has been sent within a day. */
export interface SentMails {
  all: number;
  to(email: string): number;
}

/**
 * Counts the mails of a tenant's invitations. The rows are the counter: what is revoked and asked for
 * again still counts.
 */
export async function readSentMails(tx: ScopedTx, emails: string[]): Promise<SentMails> {
  const isRecent = gt(invitations.sentAt, sql`now() - interval '1 day'`);
  const sum = sql<number>`coalesce(sum(${invitations.sentCount}), 0)::int`;
  const [[total], rows] = await Promise.all([
    tx.select({ sum }).from(invitations).where(isRecent),
    tx
      .select({ email: invitations.email, sum })
      .from(invitations)
      .where(and(isRecent, inArray(invitations.email, emails)))
      .groupBy(invitations.email),
  ]);
  const byEmail = new Map(rows.map((row) => [row.email, row.sum]));
  return { all: total?.sum ?? 0, to: (email) => byEmail.get(email) ?? 0 };
}

/** Why no mail may go to somebody at the moment, or null. */
export function mailFault(sent: SentMails, email: string, more = 0): string | null {
  if (sent.all + more >= mostADay) {
    return 'This site has sent as many invitations as it may within a day. Go on tomorrow.';
  }
  if (sent.to(email) < mostToOneADay) return null;
  return `${email} was sent ${mostToOneADay} invitations within a day. Wait until tomorrow.`;
}

/** True while the last mail of an invitation is too new for another. */
export function isJustSent({ sentAt }: Pick<typeof invitations.$inferSelect, 'sentAt'>): boolean {
  return sentAt.getTime() > Date.now() - pauseMinutes * 60_000;
}

/** An invitation that waits for this address. */
export function isWaitingFor(emails: string[]) {
  return and(
    inArray(invitations.email, emails),
    sql`${invitations.acceptedAt} is null`,
    sql`${invitations.revokedAt} is null`,
  );
}
