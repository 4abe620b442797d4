import { and, asc, eq, gte, isNull, sql } from 'drizzle-orm';
import { posts } from '../db/schema/tenant';
import type { TenantContext } from '../tenancy/tenant';

export interface PostAddress {
  slug: string;
  updatedAt: string;
}

/** Posts that stand in one part of a list of addresses. */
export interface AddressPart {
  /** The id its first post has. */
  from: string;
  /** When one of its posts was last changed. */
  updatedAt: string;
}

const isPublished = and(eq(posts.status, 'published'), isNull(posts.deletedAt));

/**
 * Divides the published posts into parts, by their ids, so that each can be read by its key.
 *
 * @param size - posts of a part.
 */
export async function listAddressParts(ctx: TenantContext, size: number): Promise<AddressPart[]> {
  const rows = await ctx.db.read((tx) => {
    const numbered = tx
      .select({
        id: posts.id,
        updatedAt: posts.updatedAt,
        part: sql<number>`(row_number() over (order by ${posts.id}) - 1) / ${size}::int`.as('part'),
      })
      .from(posts)
      .where(isPublished)
      .as('numbered');
    return tx
      .select({
        // As text: PostgreSQL knows the least uuid since its version 18 only.
        from: sql<string>`min(${numbered.id}::text collate "C")`,
        updatedAt: sql`max(${numbered.updatedAt})`.mapWith(posts.updatedAt),
      })
      .from(numbered)
      .groupBy(numbered.part)
      .orderBy(asc(numbered.part));
  });
  return rows.map(({ from, updatedAt }) => ({ from, updatedAt: updatedAt.toISOString() }));
}

/** Gives the addresses of published posts by their ids, from the least or from one on. */
export async function listPostAddresses(
  ctx: TenantContext,
  { from, limit }: { from?: string; limit: number },
): Promise<PostAddress[]> {
  const rows = await ctx.db.read((tx) =>
    tx
      .select({ slug: posts.slug, updatedAt: posts.updatedAt })
      .from(posts)
      .where(and(isPublished, from === undefined ? undefined : gte(posts.id, from)))
      .orderBy(asc(posts.id))
      .limit(limit),
  );
  return rows.map((row) => ({ slug: row.slug, updatedAt: row.updatedAt.toISOString() }));
}
