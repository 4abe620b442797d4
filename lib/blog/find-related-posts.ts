import { and, count, desc, eq, inArray, isNull, notInArray } from 'drizzle-orm';
import { media, posts, postTags, tags } from '../db/schema/tenant';
import type { ScopedTx } from '../db/scoped-tx';
import { shownColumns } from '../media/shown-pictures';
import type { PostLink } from './post-summary';

const most = 2;

/**
 * Gives published posts that share topics with one: those that share the most first, then the newest.
 *
 * @param besides - slugs of posts that the reader is led to anyway.
 */
export async function findRelatedPosts(
  tx: ScopedTx,
  postId: string,
  besides: string[],
): Promise<PostLink[]> {
  const own = tx
    .select({ id: postTags.tagId })
    .from(postTags)
    .innerJoin(tags, eq(tags.id, postTags.tagId))
    .where(and(eq(postTags.postId, postId), isNull(tags.deletedAt)));
  const shared = count(postTags.tagId);
  return tx
    .select({ slug: posts.slug, title: posts.title, cover: shownColumns })
    .from(postTags)
    .innerJoin(posts, eq(posts.id, postTags.postId))
    .leftJoin(media, eq(media.id, posts.coverId))
    .where(
      and(
        inArray(postTags.tagId, own),
        eq(posts.status, 'published'),
        isNull(posts.deletedAt),
        notInArray(posts.id, [postId]),
        besides.length > 0 ? notInArray(posts.slug, besides) : undefined,
      ),
    )
    .groupBy(posts.id, posts.slug, posts.title, posts.publishedAt, ...Object.values(shownColumns))
    .orderBy(desc(shared), desc(posts.publishedAt), desc(posts.id))
    .limit(most);
}
