import { and, eq, inArray, isNull } from 'drizzle-orm';
import { notificationReceipts } from '../../db/schema/tenant';
import type { InboxContext } from './inbox-context';

/** Notes that somebody's inbox has shown these, once: what senders count as delivered. */
export async function noteSeen(
  { db }: InboxContext,
  userId: string,
  shown: { id: string; seenAt: Date | null }[],
): Promise<void> {
  const ids = shown.filter(({ seenAt }) => seenAt === null).map(({ id }) => id);
  if (ids.length === 0) return;
  const { notificationId, userId: owner, seenAt } = notificationReceipts;
  await db.write((tx) =>
    tx
      .update(notificationReceipts)
      .set({ seenAt: new Date() })
      .where(and(eq(owner, userId), inArray(notificationId, ids), isNull(seenAt))),
  );
}
