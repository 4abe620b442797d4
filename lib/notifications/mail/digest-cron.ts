import { notificationReceipts } from '../../db/schema/tenant';
import { defineCron } from '../../jobs/define-cron';
import { enqueueJob } from '../../jobs/enqueue-job';
import { digestDay } from './digest-day';
import { mailDigest } from './digest-job';
import { waitingForDigest } from './waiting-for-digest';

/**
 * Asks for the digests of a tenant from about eight in the morning where it is: one job for each
 * person and day, whatever hours are missed or worked off twice. Looking on in the hours after eight
 * finds nobody, unless eight was missed.
 */
export const notificationDigests = defineCron({
  name: 'notification-digests',
  at: '0 * * * *',
  each: 'tenant',
  run: async ({ db, tenant }, job) => {
    const slot = new Date(String(job.payload.slot));
    const due = digestDay(slot, tenant.settings.timeZone);
    if (!due) return;
    const { day, until } = due;
    await db.write(async (tx) => {
      const people = await tx
        .selectDistinct({ userId: notificationReceipts.userId })
        .from(notificationReceipts)
        .where(waitingForDigest(until));
      for (const { userId } of people) {
        const payload = { userId, day, until: until.toISOString() };
        await enqueueJob(tx, mailDigest, payload, { key: `${userId}:${day}` });
      }
    });
  },
});
