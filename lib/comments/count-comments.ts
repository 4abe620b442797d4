import { and, count, eq } from 'drizzle-orm';
import { comments } from '../db/schema/tenant';
import type { TenantContext } from '../tenancy/tenant';

/** Counts the approved comments of a post. */
export async function countComments({ db }: TenantContext, postId: string): Promise<number> {
  const [row] = await db.read((tx) =>
    tx
      .select({ count: count() })
      .from(comments)
      .where(and(eq(comments.postId, postId), eq(comments.status, 'approved'))),
  );
  return row?.count ?? 0;
}
