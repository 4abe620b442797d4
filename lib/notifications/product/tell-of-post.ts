import { and, eq, isNull } from 'drizzle-orm';
import { posts } from '../../db/schema/tenant';
import { defineHandler, type Job } from '../../jobs/handler';
import { notify } from '../notify';

/**
 * After a post was published, by the verb, in its form or from the start: everybody who wants to hear of new posts, which is staff unless they
 * say otherwise, and readers who asked for it. Whoever published it is not told.
 */
export const tellOfPost = defineHandler({
  kind: 'notify-of-post',
  run: async ({ db }, { event }) => {
    const id = event?.subjectId;
    if (!event || !id || !isPublication(event)) return;
    await db.write(async (tx) => {
      const isPublic = and(
        eq(posts.id, id),
        eq(posts.status, 'published'),
        isNull(posts.deletedAt),
      );
      const [post] = await tx.select().from(posts).where(isPublic);
      if (!post || isOld(event, post.publishedAt)) return;
      await notify(tx, {
        userIds: 'all',
        kind: 'published',
        title: `New post: ${post.title}`,
        body: post.description,
        href: `/blog/${post.slug}`,
        eventId: event.id,
        except: event.actorId,
      });
    });
  },
});

const newsMilliseconds = 24 * 60 * 60 * 1000;

/** What is brought in from elsewhere, and came out there long ago, is no news. */
function isOld({ type }: NonNullable<Job['event']>, publishedAt: Date | null): boolean {
  const age = publishedAt ? Date.now() - publishedAt.getTime() : 0;
  return type === 'post.created' && age > newsMilliseconds;
}

function isPublication({ type, payload }: NonNullable<Job['event']>): boolean {
  const changes = (payload.changes ?? {}) as Record<string, [unknown, unknown] | undefined>;
  return type === 'post.published' || changes.status?.[1] === 'published';
}
