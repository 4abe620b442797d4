import { and, asc, desc, eq, gt, isNull, lt, or } from 'drizzle-orm';
import { authors, media, posts } from '../db/schema/tenant';
import type { ScopedTx } from '../db/scoped-tx';
import { pictureIdsIn } from '../media/media-address';
import { shownColumns, shownPictures } from '../media/shown-pictures';
import type { TenantContext } from '../tenancy/tenant';
import { findRelatedPosts } from './find-related-posts';
import { summaryColumns, toSummary } from './list-posts';
import type { PostLink, PostView } from './post-summary';
import { tagsOfPosts } from './tags-of-posts';

const { body, updatedAt, seoTitle, seoDescription, canonicalUrl } = posts;
const ownColumns = { body, updatedAt, seoTitle, seoDescription, canonicalUrl };

/** Gives a published post with its neighbours in time, or null. Drafts and the trash are nobody's business here. */
export async function findPublishedPost(
  ctx: TenantContext,
  slug: string,
): Promise<PostView | null> {
  return ctx.db.read(async (tx) => {
    const [row] = await tx
      .select({ ...summaryColumns, ...ownColumns })
      .from(posts)
      .innerJoin(authors, eq(authors.id, posts.authorId))
      .leftJoin(media, eq(media.id, posts.coverId))
      .where(and(eq(posts.slug, slug), eq(posts.status, 'published'), isNull(posts.deletedAt)));
    if (!row?.publishedAt) return null;
    const place = { id: row.id, publishedAt: row.publishedAt };
    const [tagged, newer, older, pictures] = await Promise.all([
      tagsOfPosts(tx, [row.id]),
      neighbour(tx, place, 'newer'),
      neighbour(tx, place, 'older'),
      shownPictures(tx, pictureIdsIn(row.body)),
    ]);
    const besides = [newer, older].flatMap((one) => one?.slug ?? []);
    const related = await findRelatedPosts(tx, row.id, besides);
    const summary = toSummary(row, tagged.get(row.id) ?? []);
    const updatedAt = row.updatedAt.toISOString();
    const { body, seoTitle, seoDescription, canonicalUrl } = row;
    const seo = { title: seoTitle, description: seoDescription, canonicalUrl };
    return { ...summary, body, pictures, updatedAt, seo, newer, older, related };
  });
}

async function neighbour(
  tx: ScopedTx,
  place: { id: string; publishedAt: Date },
  side: 'newer' | 'older',
): Promise<PostLink | null> {
  const [beyond, order] = side === 'newer' ? [gt, asc] : [lt, desc];
  const [row] = await tx
    .select({ slug: posts.slug, title: posts.title, cover: shownColumns })
    .from(posts)
    .leftJoin(media, eq(media.id, posts.coverId))
    .where(
      and(
        eq(posts.status, 'published'),
        isNull(posts.deletedAt),
        or(
          beyond(posts.publishedAt, place.publishedAt),
          and(eq(posts.publishedAt, place.publishedAt), beyond(posts.id, place.id)),
        ),
      ),
    )
    .orderBy(order(posts.publishedAt), order(posts.id))
    .limit(1);
  return row ?? null;
}
