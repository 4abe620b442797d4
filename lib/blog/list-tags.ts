import { and, asc, count, eq, isNull } from 'drizzle-orm';
import { posts, postTags, tags } from '../db/schema/tenant';
import type { TenantContext } from '../tenancy/tenant';
import type { TagLink } from './post-summary';

export interface TagCount extends TagLink {
  postCount: number;
}

/** Gives the tags that published posts carry, by name, at most 200. */
export async function listTags(ctx: TenantContext): Promise<TagCount[]> {
  return ctx.db.read((tx) =>
    tx
      .select({ slug: tags.slug, name: tags.name, postCount: count() })
      .from(tags)
      .innerJoin(postTags, eq(postTags.tagId, tags.id))
      .innerJoin(
        posts,
        and(eq(posts.id, postTags.postId), eq(posts.status, 'published'), isNull(posts.deletedAt)),
      )
      .where(isNull(tags.deletedAt))
      .groupBy(tags.slug, tags.name)
      .orderBy(asc(tags.name))
      .limit(200),
  );
}

/** Gives one tag, or null. */
export async function findTag(ctx: TenantContext, slug: string): Promise<TagLink | null> {
  const [row] = await ctx.db.read((tx) =>
    tx
      .select({ slug: tags.slug, name: tags.name })
      .from(tags)
      .where(and(eq(tags.slug, slug), isNull(tags.deletedAt))),
  );
  return row ?? null;
}
