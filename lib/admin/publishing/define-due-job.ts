import { and, eq, isNull, lte, sql } from 'drizzle-orm';
import { z } from 'zod';
import { posts } from '../../db/schema/tenant';
import { defineJob } from '../../jobs/define-job';
import { asSystem } from '../../resources/as-system';
import { runAction } from '../../resources/run-action';
import { postsResource } from '../resources/posts';

interface DueJob {
  kind: string;
  /** A post of another state is left alone. */
  status: 'scheduled' | 'published';
  /** Holds the time. */
  column: typeof posts.publishedAt | typeof posts.unpublishAt;
  verb: 'publish' | 'unpublish';
}

/**
 * A job that does something to a post whose time has come. Whatever happened to it since the job was
 * asked for, what it is now decides: one whose time was moved has a job of its own.
 */
export function defineDueJob({ kind, status, column, verb }: DueJob) {
  return defineJob({
    kind,
    schema: z.object({ postId: z.uuid() }),
    run: async (ctx, { postId }) => {
      const isDue = and(
        eq(posts.id, postId),
        eq(posts.status, status),
        isNull(posts.deletedAt),
        lte(column, sql`now()`),
      );
      const found = await ctx.db.read((tx) => tx.select({ id: posts.id }).from(posts).where(isDue));
      if (found.length === 0) return;
      await runAction(asSystem(ctx), postsResource, verb, { ids: [postId] });
    },
  });
}
