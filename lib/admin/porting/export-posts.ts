import { and, eq, inArray } from 'drizzle-orm';
import { tagsOfPosts } from '../../blog/tags-of-posts';
import { authors, media, posts } from '../../db/schema/tenant';
import type { ScopedTx } from '../../db/scoped-tx';
import { mediaAddress } from '../../media/media-address';
import type { Cursor } from '../../resources/cursor';
import { demand } from '../../resources/demand';
import { orderOf } from '../../resources/keyset';
import { filterConditions } from '../../resources/list-conditions';
import { type ListQuery, readListQuery } from '../../resources/list-query';
import { placeOf, readRows } from '../../resources/list-records';
import type { ResourceContext } from '../../resources/resource-context';
import { searchRows } from '../../resources/search-rows';
import { timeZoneOf } from '../../resources/time-zone-of';
import { postsResource } from '../resources/posts';
import { nameInFile } from './find-names';
import type { PostFile } from './post-file';
import { writePostFile } from './write-post-file';

/** A file of an export, and when its post was last changed. */
export interface ExportedFile extends PostFile {
  changedAt: Date;
}

const postsAtOnce = 50;

/**
 * Gives the posts that a list shows as Markdown files with front matter, page by page. Holds no
 * connection while nobody takes the next one.
 *
 * @param query - of the list of posts; all that are not in the trash unless given.
 * @throws AppError forbidden, before the first file.
 */
export async function* exportPosts(
  ctx: ResourceContext,
  query: ListQuery = readListQuery(postsResource, {}),
): AsyncGenerator<ExportedFile> {
  demand(ctx, postsResource, 'read');
  await postsResource.hooks.beforeList?.(ctx, query);
  let cursor: Cursor | null = null;
  do {
    const page: Page = await readPage(ctx, query, cursor);
    yield* page.files;
    cursor = page.next;
  } while (cursor);
}

interface Page {
  files: ExportedFile[];
  next: Cursor | null;
}

function readPage(ctx: ResourceContext, query: ListQuery, cursor: Cursor | null): Promise<Page> {
  return ctx.db.read(async (tx) => {
    const filters = filterConditions(tx, postsResource, query, timeZoneOf(ctx));
    const conditions = searchRows(tx, postsResource, filters, query.q);
    const order = orderOf(postsResource, query.sort);
    const rows = await readRows(tx, postsResource, conditions, {
      ...{ order, cursor, limit: postsAtOnce },
    });
    const files = await filesOf(
      tx,
      rows.map(({ id }) => String(id)),
    );
    const last = rows.length === postsAtOnce ? rows.at(-1) : undefined;
    return { files, next: last ? placeOf(last) : null };
  });
}

async function filesOf(tx: ScopedTx, ids: string[]): Promise<ExportedFile[]> {
  if (ids.length === 0) return [];
  const [rows, tags] = await Promise.all([
    tx
      .select({
        ...{ id: posts.id, slug: posts.slug, title: posts.title, body: posts.body },
        ...{ description: posts.description, status: posts.status, changedAt: posts.updatedAt },
        ...{ seoTitle: posts.seoTitle, seoDescription: posts.seoDescription },
        ...{ canonicalUrl: posts.canonicalUrl, unpublishAt: posts.unpublishAt },
        ...{ coverId: media.id, coverName: media.fileName },
        ...{ publishedAt: posts.publishedAt, author: authors.name, authorSlug: authors.slug },
      })
      .from(posts)
      .innerJoin(authors, eq(authors.id, posts.authorId))
      .leftJoin(media, eq(media.id, posts.coverId))
      .where(and(inArray(posts.id, ids))),
    tagsOfPosts(tx, ids),
  ]);
  const files = rows.map(({ id, author, authorSlug, coverId, coverName, publishedAt, ...row }) => {
    const { unpublishAt, changedAt, ...post } = row;
    const text = writePostFile({
      ...post,
      publishedAt: publishedAt?.toISOString() ?? null,
      unpublishAt: unpublishAt?.toISOString(),
      ...(coverId && coverName && { cover: mediaAddress({ id: coverId, fileName: coverName }) }),
      author: nameInFile({ slug: authorSlug, name: author }),
      tags: (tags.get(id) ?? []).map(nameInFile),
    });
    return [id, { name: `${post.slug}.md`, text, changedAt }] as const;
  });
  const byId = new Map(files);
  return ids.flatMap((id) => byId.get(id) ?? []);
}
