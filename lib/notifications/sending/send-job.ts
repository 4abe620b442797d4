import { z } from 'zod';
import { defineJob } from '../../jobs/define-job';
import { sendBatch } from './send-batch';
import { tellPeople } from './tell-people';

const atOnce = 1000;

/**
 * Sends a notification: receipts in batches, and after each commit a word to the browsers of those
 * who got one (S1.5, S1.29). It may be run again and beside itself, goes on where it was, and does
 * nothing for what was cancelled.
 */
export const sendNotification = defineJob({
  kind: 'notification.send',
  schema: z.object({ id: z.uuid() }),
  timeLimitSeconds: 1800,
  run: async (ctx, { id }, job) => {
    for (let isOver = false; !isOver; ) {
      job.signal.throwIfAborted();
      const batch = await sendBatch(ctx, id, atOnce);
      await tellPeople(ctx, id);
      await job.progress(batch.recipients, batch.expected || undefined, 'people');
      isOver = batch.isOver;
    }
  },
});
