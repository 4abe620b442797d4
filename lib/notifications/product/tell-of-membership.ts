import { eq, or } from 'drizzle-orm';
import { memberships } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import { defineHandler, type Job } from '../../jobs/handler';
import { notify } from '../notify';

/**
 * After somebody became a member, or got another role or a superuser's rights: the person themself.
 * What else of a member changes, as their groups, they are not told of.
 */
export const tellOfMembership = defineHandler({
  kind: 'notify-of-membership',
  // One person's news must not wait for another's.
  inOrder: false,
  run: async ({ db, tenant }, { event }) => {
    const words = event && wordsOf(event, tenant.name);
    if (!event?.subjectId || !words) return;
    const { subjectId } = event;
    await db.write(async (tx) => {
      const userId = await findPerson(tx, subjectId);
      if (!userId) return;
      const about = { kind: 'membership' as const, eventId: event.id, aboutId: userId };
      await notify(tx, { ...about, ...words, userIds: [userId] });
    });
  },
});

/** The subject is the membership, or the person where others than the tenant changed it. */
async function findPerson(tx: ScopedTx, subjectId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(or(eq(memberships.id, subjectId), eq(memberships.userId, subjectId)));
  return row?.userId;
}

function wordsOf({ type, payload }: NonNullable<Job['event']>, site: string) {
  if (type === 'member.added') {
    return { title: `Welcome to ${site}`, body: 'You are a member now.', href: '/account' };
  }
  const changes = (payload.changes ?? {}) as Record<string, [unknown, unknown] | undefined>;
  if (changes.role) {
    const [before, after] = changes.role;
    const body = `Before it was ${before}.`;
    return { title: `Your role at ${site} is ${after} now`, body, href: '/account' };
  }
  if (!changes.isSuperuser) return null;
  const title = changes.isSuperuser[1]
    ? `You may do everything at ${site} now`
    : `You have no superuser’s rights at ${site} any more`;
  return { title, href: '/account' };
}
