import { and, desc, eq, isNull } from 'drizzle-orm';
import { posts } from '../db/schema/tenant';
import type { TenantContext } from '../tenancy/tenant';

export interface PostAddress {
  slug: string;
  updatedAt: string;
}

/** Gives the slugs of published posts, newest first, at most 20,000: more would not fit into one cached entry. */
export async function listPostAddresses(ctx: TenantContext): Promise<PostAddress[]> {
  const rows = await ctx.db.read((tx) =>
    tx
      .select({ slug: posts.slug, updatedAt: posts.updatedAt })
      .from(posts)
      .where(and(eq(posts.status, 'published'), isNull(posts.deletedAt)))
      .orderBy(desc(posts.publishedAt), desc(posts.id))
      .limit(20_000),
  );
  return rows.map((row) => ({ slug: row.slug, updatedAt: row.updatedAt.toISOString() }));
}
