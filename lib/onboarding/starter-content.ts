import { count } from 'drizzle-orm';
import { postsResource } from '../admin/resources/posts';
import { tagsResource } from '../admin/resources/tags';
import { authors, posts, tags } from '../db/schema/tenant';
import { defineHandler } from '../jobs/handler';
import { createRecord } from '../resources/create-record';
import type { ResourceContext } from '../resources/resource-context';
import { starterPost, starterTags } from './starter-post';

/**
 * Gives a new site something to begin with (item of provisioning, C22): a few topics and a draft
 * that shows how to write. Whatever is there already stays as it is, so a second run adds nothing.
 */
export const starterContent = defineHandler({
  kind: 'starter-content',
  run: async (ctx, job) => {
    if (job.event?.payload.content !== 'starter') return;
    const found = await ctx.db.read((tx) =>
      Promise.all([
        tx.select({ n: count() }).from(posts),
        tx.select({ n: count() }).from(tags),
        tx.select({ id: authors.id }).from(authors).limit(1),
      ]),
    );
    const [[written], [sorted], [author]] = found;
    // Nobody in particular does it, and nothing forbids it.
    const writer: ResourceContext = { ...ctx, actor: undefined, can: () => true };
    await job.progress(0, 2, 'topics');
    if (sorted?.n === 0) {
      for (const tag of starterTags) await createRecord(writer, tagsResource, tag);
    }
    await job.progress(1, 2, 'a draft');
    if (written?.n !== 0 || !author) return;
    // Its id is the tenant's: two runs at once make one post.
    const once = { once: ctx.tenant.id };
    const post = starterPost(ctx.tenant.name);
    await createRecord(writer, postsResource, { ...post, authorId: author.id }, once);
    await job.progress(2, 2, 'everything');
  },
});
