import { and, asc, eq, isNull, lte, or, sql } from 'drizzle-orm';
import { searchEntries } from '../../db/schema/platform';
import { posts } from '../../db/schema/tenant';
import type { PostDocument } from '../elasticsearch/post-document';
import type { SearchContext } from '../search-engine';

/** A post whose state the index is to be told: as it is now, or gone. */
export interface PendingPost {
  postId: string;
  /** Of the last change that the state below knows of. */
  version: number;
  attempts: number;
  /** Null for what is gone, or in the trash. */
  document: PostDocument | null;
  /** There is no such row any more. */
  isGone: boolean;
}

/**
 * Reads what is to be sent, the oldest change first. Version and content are of one moment: whoever
 * changes a post writes both in one transaction.
 */
export function readPending({ tenant, db }: SearchContext, limit: number): Promise<PendingPost[]> {
  const { postId, version, attempts, isPending, deadAt, nextAttemptAt } = searchEntries;
  const { id, slug, status, publishedAt, deletedAt, title, description } = posts;
  return db.read(async (tx) => {
    const rows = await tx
      .select({
        ...{ postId, version, attempts, id, slug, status, publishedAt, deletedAt },
        ...{ title, description, body: sql<string>`search.plain_text(${posts.body})` },
      })
      .from(searchEntries)
      .leftJoin(posts, eq(posts.id, postId))
      .where(
        and(
          eq(isPending, true),
          isNull(deadAt),
          or(isNull(nextAttemptAt), lte(nextAttemptAt, sql`now()`)),
        ),
      )
      .orderBy(asc(version))
      .limit(limit);
    return rows.map((row) => {
      const { postId, version, attempts, deletedAt } = row;
      const isGone = row.id === null;
      const document = isGone || deletedAt ? null : toDocument(tenant.id, row as LivingRow);
      return { postId, version, attempts, document, isGone };
    });
  });
}

interface LivingRow {
  postId: string;
  version: number;
  slug: string;
  status: PostDocument['status'];
  publishedAt: Date | null;
  title: string;
  description: string;
  body: string;
}

function toDocument(tenantId: string, row: LivingRow): PostDocument {
  const { postId, version, slug, status, publishedAt, title, description, body } = row;
  return {
    ...{ tenant_id: tenantId, post_id: postId, version, slug, status, title, description, body },
    published_at: publishedAt?.toISOString() ?? null,
  };
}
