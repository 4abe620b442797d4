import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { postTags, tags } from '../db/schema/tenant';
import type { ScopedTx } from '../db/scoped-tx';
import type { TagLink } from './post-summary';

/**
 * Gives the tags of several posts in one query.
 *
 * @returns post id to its tags by name; posts without tags are missing.
 */
export async function tagsOfPosts(
  tx: ScopedTx,
  postIds: string[],
): Promise<Map<string, TagLink[]>> {
  const found = new Map<string, TagLink[]>();
  if (postIds.length === 0) return found;
  const rows = await tx
    .select({ postId: postTags.postId, slug: tags.slug, name: tags.name })
    .from(postTags)
    .innerJoin(tags, eq(tags.id, postTags.tagId))
    .where(and(inArray(postTags.postId, postIds), isNull(tags.deletedAt)))
    .orderBy(asc(tags.name));
  for (const { postId, slug, name } of rows) {
    found.set(postId, [...(found.get(postId) ?? []), { slug, name }]);
  }
  return found;
}
