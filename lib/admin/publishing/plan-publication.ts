import { and, eq, isNull } from 'drizzle-orm';
import { posts } from '../../db/schema/tenant';
import { enqueueJob } from '../../jobs/enqueue-job';
import { defineHandler } from '../../jobs/handler';
import { publishDue } from './publish-due';

/** After a post was scheduled, put off or brought back: asks for the job that publishes it. */
export const planPublication = defineHandler({
  kind: 'post.plan-publication',
  run: async ({ db }, { event }) => {
    const id = event?.subjectId;
    if (!id) return;
    await db.write(async (tx) => {
      const [post] = await tx
        .select({ publishedAt: posts.publishedAt })
        .from(posts)
        .where(and(eq(posts.id, id), eq(posts.status, 'scheduled'), isNull(posts.deletedAt)));
      if (!post?.publishedAt) return;
      // The same time twice is one job.
      const key = `${id} ${post.publishedAt.toISOString()}`;
      await enqueueJob(tx, publishDue, { postId: id }, { key, runAt: post.publishedAt });
    });
  },
});
