import { and, eq, gt, isNull } from 'drizzle-orm';
import type { MemberContext } from '../../auth/viewer';
import { supportSessions } from '../../db/schema/platform';
import { AppError } from '../../errors';
import { recordEvent } from '../../events/record-event';

/**
 * Ends an access of support to this tenant: its session is nothing from the next request on, on every
 * host.
 *
 * @throws AppError conflict for one that has ended, or is none here.
 */
export async function endSupportHere(ctx: MemberContext, id: string): Promise<void> {
  const { actor, db } = ctx;
  await db.write(async (tx) => {
    const now = new Date();
    const [ended] = await tx
      .update(supportSessions)
      .set({ endedAt: now, endedHow: 'tenant', endedBy: actor.id, endedByName: actor.name })
      .where(
        and(
          eq(supportSessions.id, id),
          isNull(supportSessions.endedAt),
          gt(supportSessions.expiresAt, now),
        ),
      )
      .returning();
    if (!ended) throw new AppError('conflict', 'This access has ended already.');
    await recordEvent(tx, ctx, {
      type: 'support.ended',
      subjectId: ended.id,
      payload: {
        resource: 'support',
        label: ended.userName,
        userId: ended.userId,
        reason: ended.reason,
        how: 'tenant',
        support: { id: ended.superuserId, name: ended.superuserName, session: ended.id },
      },
      cacheTags: [],
    });
  });
}
