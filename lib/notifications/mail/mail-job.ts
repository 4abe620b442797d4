import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { memberships } from '../../db/schema/platform';
import { notificationReceipts, notifications } from '../../db/schema/tenant';
import { defineJob } from '../../jobs/define-job';
import { sendBrandedMail } from '../../mail/send-branded-mail';
import type { TenantContext } from '../../tenancy/tenant';
import { rulesOf } from '../kinds';
import { preferencesPath } from './preferences-path';

/**
 * Mails a notification to one person who asked for this kind at once. Once for each receipt: the lease
 * of the job lets one do it, `emailed_at` is set behind it, and a process that ends in between sends
 * it again under the same Message-ID, which mailboxes know. What was read meanwhile is not mailed, and
 * who is no active member any more gets nothing.
 */
export const mailNotification = defineJob({
  kind: 'notification.mail',
  schema: z.object({ receiptId: z.uuid() }),
  run: async (ctx, { receiptId }) => {
    const found = await findUnmailed(ctx, receiptId);
    if (!found) return;
    const { tenant, db } = ctx;
    const { name, email, title, body, href, kind } = found;
    const envelope = {
      key: `notification:${tenant.id}:${receiptId}`,
      to: { name, address: email },
    };
    await sendBrandedMail(tenant, envelope, {
      title,
      paragraphs: [`Hello ${name || email},`, ...body.split(/\n{2,}/).filter(Boolean)],
      action: {
        label: `Open ${tenant.name}`,
        address: `${tenant.homeUrl}${href || '/notifications'}`,
      },
      footer: `${tenant.name} sent this because you asked for “${rulesOf(kind).label}” by mail. Change that at ${tenant.homeUrl}${preferencesPath}.`,
    });
    await db.write((tx) =>
      tx
        .update(notificationReceipts)
        .set({ emailedAt: new Date() })
        .where(and(eq(notificationReceipts.id, receiptId), isNull(notificationReceipts.emailedAt))),
    );
  },
});

async function findUnmailed({ db }: TenantContext, receiptId: string) {
  const { id, userId, emailedAt, readAt, notificationId } = notificationReceipts;
  const [row] = await db.read((tx) =>
    tx
      .select({
        name: memberships.name,
        email: memberships.email,
        title: notifications.title,
        body: notifications.body,
        href: notifications.href,
        kind: notifications.kind,
      })
      .from(notificationReceipts)
      .innerJoin(notifications, eq(notifications.id, notificationId))
      .innerJoin(memberships, eq(memberships.userId, userId))
      .where(
        and(
          eq(id, receiptId),
          isNull(emailedAt),
          isNull(readAt),
          isNull(memberships.deactivatedAt),
        ),
      ),
  );
  return row;
}
