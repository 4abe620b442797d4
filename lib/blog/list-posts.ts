import { and, desc, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import { authors, media, posts, postTags, tags } from '../db/schema/tenant';
import type { ScopedTx } from '../db/scoped-tx';
import { shownColumns } from '../media/shown-pictures';
import type { TenantContext } from '../tenancy/tenant';
import type { PostSummary } from './post-summary';
import { tagsOfPosts } from './tags-of-posts';

export interface PostPage {
  posts: PostSummary[];
  /** True when there is a further page. Nothing is counted: an exact count reads every row. */
  hasOlder: boolean;
}

interface ListOptions {
  limit: number;
  offset?: number;
  tag?: string;
  author?: string;
  within?: SQL;
}

/**
 * Gives published posts, newest first.
 *
 * @param options.tag - slug of a tag to narrow to.
 * @param options.author - slug of an author to narrow to.
 * @param options.within - a further condition, as one of postsOfPeriod.
 */
export async function listPosts(
  ctx: TenantContext,
  { limit, offset = 0, tag, author, within }: ListOptions,
): Promise<PostPage> {
  return ctx.db.read(async (tx) => {
    const rows = await tx
      .select(summaryColumns)
      .from(posts)
      .innerJoin(authors, eq(authors.id, posts.authorId))
      .leftJoin(media, eq(media.id, posts.coverId))
      .where(
        and(
          eq(posts.status, 'published'),
          isNull(posts.deletedAt),
          tag ? hasTag(tx, tag) : undefined,
          author ? and(eq(authors.slug, author), isNull(authors.deletedAt)) : undefined,
          within,
        ),
      )
      .orderBy(desc(posts.publishedAt), desc(posts.id))
      .limit(limit + 1)
      .offset(offset);
    const shown = rows.slice(0, limit);
    const tagged = await tagsOfPosts(
      tx,
      shown.map((row) => row.id),
    );
    return {
      posts: shown.map((row) => toSummary(row, tagged.get(row.id) ?? [])),
      hasOlder: rows.length > limit,
    };
  });
}

/** The columns from which a summary is made. */
export const summaryColumns = {
  id: posts.id,
  slug: posts.slug,
  title: posts.title,
  description: posts.description,
  publishedAt: posts.publishedAt,
  createdAt: posts.createdAt,
  readingMinutes: posts.readingMinutes,
  author: authors.name,
  authorSlug: authors.slug,
  authorGone: authors.deletedAt,
  cover: shownColumns,
};

type SummaryRow = Omit<PostSummary, 'publishedAt' | 'author' | 'tags'> & {
  publishedAt: Date | null;
  createdAt: Date;
  author: string;
  authorSlug: string;
  authorGone: Date | null;
};

/** Turns a row of {@link summaryColumns} into a summary. */
export function toSummary(row: SummaryRow, tagLinks: PostSummary['tags']): PostSummary {
  const { id, slug, title, description, readingMinutes, cover } = row;
  const publishedAt = (row.publishedAt ?? row.createdAt).toISOString();
  const author = { name: row.author, slug: row.authorGone ? null : row.authorSlug };
  const shown = { id, slug, title, description, publishedAt, readingMinutes, author, cover };
  return { ...shown, tags: tagLinks };
}

function hasTag(tx: ScopedTx, slug: string) {
  const tagged = tx
    .select({ id: postTags.postId })
    .from(postTags)
    .innerJoin(tags, eq(tags.id, postTags.tagId))
    .where(and(eq(tags.slug, slug), isNull(tags.deletedAt)));
  return inArray(posts.id, tagged);
}
