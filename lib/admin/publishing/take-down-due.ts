import { and, eq, isNull, lte, sql } from 'drizzle-orm';
import { z } from 'zod';
import { posts } from '../../db/schema/tenant';
import { defineJob } from '../../jobs/define-job';
import { asSystem } from '../../resources/as-system';
import { runAction } from '../../resources/run-action';
import { postsResource } from '../resources/posts';

/**
 * Makes a public post a draft again when its time has come (D16). What the post is by then decides:
 * one whose time was moved or taken away stays.
 */
export const takeDownDue = defineJob({
  kind: 'post.take-down-due',
  schema: z.object({ postId: z.uuid() }),
  run: async (ctx, { postId }) => {
    const isDue = and(
      eq(posts.id, postId),
      eq(posts.status, 'published'),
      isNull(posts.deletedAt),
      lte(posts.unpublishAt, sql`now()`),
    );
    const found = await ctx.db.read((tx) => tx.select({ id: posts.id }).from(posts).where(isDue));
    if (found.length === 0) return;
    await runAction(asSystem(ctx), postsResource, 'unpublish', { ids: [postId] });
  },
});
