import { and, eq, inArray, isNull } from 'drizzle-orm';
import { readingMinutes } from '../../blog/post-rules';
import type { PostView } from '../../blog/post-summary';
import { tagsOfPosts } from '../../blog/tags-of-posts';
import { authors, postDrafts, posts, tags } from '../../db/schema/tenant';
import { pictureIdsIn } from '../../media/media-address';
import { shownPictures } from '../../media/shown-pictures';
import { idsOf } from '../../resources/check-relations';
import type { TenantContext } from '../../tenancy/tenant';

/**
 * Gives a post as it would look if it were published now, with what is written and waits (D15).
 * Reached by a signed address only.
 *
 * @returns null for a post that is gone, or in the trash.
 */
export async function findPreview(ctx: TenantContext, postId: string): Promise<PostView | null> {
  return ctx.db.read(async (tx) => {
    const [row] = await tx
      .select({ post: posts, author: authors, written: postDrafts.values })
      .from(posts)
      .innerJoin(authors, eq(authors.id, posts.authorId))
      .leftJoin(postDrafts, eq(postDrafts.postId, posts.id))
      .where(and(eq(posts.id, postId), isNull(posts.deletedAt)));
    if (!row) return null;
    const written = row.written ?? {};
    const text = (name: 'title' | 'description' | 'body' | 'slug') =>
      typeof written[name] === 'string' ? written[name] : row.post[name];
    const tagged = Array.isArray(written.tags)
      ? await tx
          .select({ slug: tags.slug, name: tags.name })
          .from(tags)
          .where(and(inArray(tags.id, idsOf(written.tags)), isNull(tags.deletedAt)))
      : ((await tagsOfPosts(tx, [postId])).get(postId) ?? []);
    const body = text('body');
    const coverId = 'coverId' in written ? written.coverId : row.post.coverId;
    const [covers, pictures] = await Promise.all([
      shownPictures(tx, idsOf(coverId)),
      shownPictures(tx, pictureIdsIn(body)),
    ]);
    const { name, slug, deletedAt } = row.author;
    return {
      ...{ id: postId, slug: text('slug'), title: text('title'), description: text('description') },
      ...{ body, readingMinutes: readingMinutes(body), tags: tagged },
      ...{ pictures, cover: covers[0] ?? null },
      publishedAt: (row.post.publishedAt ?? new Date()).toISOString(),
      updatedAt: row.post.updatedAt.toISOString(),
      author: { name, slug: deletedAt ? null : slug },
      seo: { title: '', description: '', canonicalUrl: '' },
      ...{ newer: null, older: null, related: [] },
    };
  });
}
