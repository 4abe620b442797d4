import { and, asc, eq, isNull } from 'drizzle-orm';
import { authors, posts, postTags, tags } from '../db/schema/tenant';
import type { ScopedTx } from '../db/scoped-tx';
import type { TenantContext } from '../tenancy/tenant';

const isPublished = and(eq(posts.status, 'published'), isNull(posts.deletedAt));

const mostOfAKind = 10_000;

/** Gives the slugs of topics and authors that published posts have, at most 10,000 of each. */
export async function listOtherAddresses(ctx: TenantContext) {
  return ctx.db.read(async (tx) => ({
    tags: await tagSlugs(tx),
    authors: await authorSlugs(tx),
  }));
}

async function tagSlugs(tx: ScopedTx): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ slug: tags.slug })
    .from(tags)
    .innerJoin(postTags, eq(postTags.tagId, tags.id))
    .innerJoin(posts, and(eq(posts.id, postTags.postId), isPublished))
    .where(isNull(tags.deletedAt))
    .orderBy(asc(tags.slug))
    .limit(mostOfAKind);
  return rows.map(({ slug }) => slug);
}

async function authorSlugs(tx: ScopedTx): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ slug: authors.slug })
    .from(authors)
    .innerJoin(posts, and(eq(posts.authorId, authors.id), isPublished))
    .where(isNull(authors.deletedAt))
    .orderBy(asc(authors.slug))
    .limit(mostOfAKind);
  return rows.map(({ slug }) => slug);
}
