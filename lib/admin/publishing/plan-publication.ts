import { and, eq, isNull } from 'drizzle-orm';
import { posts } from '../../db/schema/tenant';
import { enqueueJob } from '../../jobs/enqueue-job';
import { defineHandler } from '../../jobs/handler';
import { publishDue } from './publish-due';
import { takeDownDue } from './take-down-due';

/**
 * After a post was saved or brought back: asks for the jobs that publish it and take it down again, at
 * the times it has now.
 */
export const planPublication = defineHandler({
  kind: 'post.plan-publication',
  run: async ({ db }, { event }) => {
    const id = event?.subjectId;
    if (!id) return;
    await db.write(async (tx) => {
      const { status, publishedAt, unpublishAt } = posts;
      const [post] = await tx
        .select({ status, publishedAt, unpublishAt })
        .from(posts)
        .where(and(eq(posts.id, id), isNull(posts.deletedAt)));
      if (!post) return;
      const plans = [
        { job: publishDue, at: post.status === 'scheduled' ? post.publishedAt : null },
        { job: takeDownDue, at: post.unpublishAt },
      ];
      for (const { job, at } of plans) {
        // The same time twice is one job.
        const key = `${id} ${at?.toISOString()}`;
        if (at) await enqueueJob(tx, job, { postId: id }, { key, runAt: at });
      }
    });
  },
});
