import { and, eq, isNull } from 'drizzle-orm';
import { authors } from '../db/schema/tenant';
import type { TenantContext } from '../tenancy/tenant';

/** Somebody posts are by, as readers see them. */
export interface AuthorLink {
  slug: string;
  name: string;
}

/** Gives an author by slug, or null. Whoever has published nothing is nobody's business: ask for posts. */
export async function findAuthor(ctx: TenantContext, slug: string): Promise<AuthorLink | null> {
  const [row] = await ctx.db.read((tx) =>
    tx
      .select({ slug: authors.slug, name: authors.name })
      .from(authors)
      .where(and(eq(authors.slug, slug), isNull(authors.deletedAt))),
  );
  return row ?? null;
}
