import { and, count, eq, isNull, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { comments } from '../db/schema/tenant';
import type { TenantContext } from '../tenancy/tenant';

const parents = alias(comments, 'parents');

/** Counts the comments of a post that its page shows. */
export async function countComments({ db }: TenantContext, postId: string): Promise<number> {
  const [row] = await db.read((tx) =>
    tx
      .select({ count: count() })
      .from(comments)
      .leftJoin(parents, eq(parents.id, comments.parentId))
      .where(
        and(
          eq(comments.postId, postId),
          eq(comments.status, 'approved'),
          // A reply goes out of sight with what it answers.
          or(isNull(comments.parentId), eq(parents.status, 'approved')),
        ),
      ),
  );
  return row?.count ?? 0;
}
