import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { memberships } from '../../db/schema/platform';
import { notificationReceipts, notifications } from '../../db/schema/tenant';
import { defineJob } from '../../jobs/define-job';
import { sendBrandedMail } from '../../mail/send-branded-mail';
import type { TenantContext } from '../../tenancy/tenant';
import { shownTime } from '../shown-time';
import { preferencesPath } from './preferences-path';
import { waitingForDigest } from './waiting-for-digest';

const shown = 20;

/**
 * Mails somebody what they have not read since the last digest. Once a day and person, as its key has
 * it; what it told of is noted, so that the next one does not tell it again.
 */
export const mailDigest = defineJob({
  kind: 'notification.digest',
  schema: z.object({ userId: z.uuid(), day: z.iso.date(), until: z.coerce.date() }),
  run: async (ctx, { userId, day, until }) => {
    const { tenant, db } = ctx;
    const { person, items } = await findWaiting(ctx, userId, until);
    if (!person || items.length === 0) return;
    const { name, email } = person;
    const key = `notification-digest:${tenant.id}:${userId}:${day}`;
    const more = items.length - shown;
    const lines = items
      .slice(0, shown)
      .map(({ title, createdAt }) => `${title} (${shownTime(tenant, createdAt)})`);
    await sendBrandedMail(
      tenant,
      { key, to: { name, address: email } },
      {
        title:
          items.length === 1
            ? `News from ${tenant.name}`
            : `${items.length} news from ${tenant.name}`,
        paragraphs: [
          `Hello ${name || email},`,
          'this is what you have not read yet:',
          ...lines,
          ...(more > 0 ? [`And ${more} more.`] : []),
        ],
        action: { label: 'Read them', address: `${tenant.homeUrl}/notifications` },
        footer: `${tenant.name} sent this because you asked for a daily mail. Change that at ${tenant.homeUrl}${preferencesPath}.`,
      },
    );
    const ids = items.map(({ id }) => id);
    await db.write((tx) =>
      tx
        .update(notificationReceipts)
        .set({ emailedAt: new Date() })
        .where(and(inArray(notificationReceipts.id, ids), isNull(notificationReceipts.emailedAt))),
    );
  },
});

const mostAtOnce = 1000;

function findWaiting({ db }: TenantContext, userId: string, until: Date) {
  return db.read(async (tx) => {
    const isActive = and(eq(memberships.userId, userId), isNull(memberships.deactivatedAt));
    const { name, email } = memberships;
    const [person] = await tx.select({ name, email }).from(memberships).where(isActive);
    const { id, createdAt, notificationId, position } = notificationReceipts;
    const items = await tx
      .select({ id, createdAt, title: notifications.title })
      .from(notificationReceipts)
      .innerJoin(notifications, eq(notifications.id, notificationId))
      .where(and(eq(notificationReceipts.userId, userId), waitingForDigest(until)))
      .orderBy(asc(position))
      .limit(mostAtOnce);
    return { person, items };
  });
}
