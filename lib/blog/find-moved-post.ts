import { and, eq, isNull } from 'drizzle-orm';
import { formerPostSlugs, posts } from '../db/schema/tenant';
import type { TenantContext } from '../tenancy/tenant';

/** Gives the present slug of a published post that had this one before, or null. */
export async function findMovedPost(ctx: TenantContext, slug: string): Promise<string | null> {
  const [row] = await ctx.db.read((tx) =>
    tx
      .select({ slug: posts.slug })
      .from(formerPostSlugs)
      .innerJoin(posts, eq(posts.id, formerPostSlugs.postId))
      .where(
        and(eq(formerPostSlugs.slug, slug), eq(posts.status, 'published'), isNull(posts.deletedAt)),
      ),
  );
  return row?.slug ?? null;
}
