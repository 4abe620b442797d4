import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import { notificationReceipts, notifications } from '../../db/schema/tenant';
import { tell } from '../../realtime/publish';
import type { TenantContext } from '../../tenancy/tenant';

/** What the browsers of somebody hear when they get one: `{ tenant, id, kind }` and no words. */
export const notificationEvent = 'notification';

/**
 * Tells the open pages of those who have a receipt by now and were not told. After the commit, and
 * noted only afterwards: a process that ends in between tells some of them once more, which changes
 * nothing, for the page asks for what it has not got.
 */
export async function tellPeople({ db, tenant }: TenantContext, id: string): Promise<void> {
  const isIt = eq(notifications.id, id);
  const { userId, inApp, notificationId } = notificationReceipts;
  const found = await db.read(async (tx) => {
    const [row] = await tx.select().from(notifications).where(isIt);
    if (!row?.sentUpTo || row.sentUpTo === row.toldUpTo) return null;
    const people = await tx
      .select({ userId })
      .from(notificationReceipts)
      .where(
        and(
          eq(notificationId, id),
          eq(inApp, true),
          row.toldUpTo ? gt(userId, row.toldUpTo) : undefined,
          lte(userId, row.sentUpTo),
        ),
      )
      .orderBy(asc(userId));
    return { people, kind: row.kind, upTo: row.sentUpTo };
  });
  if (!found) return;
  const channels = found.people.map((one) => ({ kind: 'user' as const, userId: one.userId }));
  // In the hundreds that one message may name.
  await tell(channels, notificationEvent, { tenant: tenant.id, id, kind: found.kind });
  const isFurther = or(isNull(notifications.toldUpTo), lte(notifications.toldUpTo, found.upTo));
  await db.write((tx) =>
    tx.update(notifications).set({ toldUpTo: found.upTo }).where(and(isIt, isFurther)),
  );
}
