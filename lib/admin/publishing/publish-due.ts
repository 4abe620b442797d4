import { and, eq, isNull, lte, sql } from 'drizzle-orm';
import { z } from 'zod';
import { posts } from '../../db/schema/tenant';
import { defineJob } from '../../jobs/define-job';
import { asSystem } from '../../resources/as-system';
import { runAction } from '../../resources/run-action';
import { postsResource } from '../resources/posts';

/**
 * Publishes a post whose time has come. Whatever happened to it since the job was asked for, what it
 * is now decides: one that was put off has a job of its own, one that was taken back stays.
 */
export const publishDue = defineJob({
  kind: 'post.publish-due',
  schema: z.object({ postId: z.uuid() }),
  run: async (ctx, { postId }) => {
    const isDue = and(
      eq(posts.id, postId),
      eq(posts.status, 'scheduled'),
      isNull(posts.deletedAt),
      lte(posts.publishedAt, sql`now()`),
    );
    const found = await ctx.db.read((tx) => tx.select({ id: posts.id }).from(posts).where(isDue));
    if (found.length === 0) return;
    await runAction(asSystem(ctx), postsResource, 'publish', { ids: [postId] });
  },
});
