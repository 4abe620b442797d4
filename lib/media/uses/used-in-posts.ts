import { and, desc, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import { posts } from '../../db/schema/tenant';
import type { PictureUser } from './picture-use';

/** Posts whose cover it is, or whose text holds its address. */
export const usedInPosts: PictureUser = async (tx, id, most) => {
  const isCover = eq(posts.coverId, id);
  const rows = await tx
    .select({ id: posts.id, label: posts.title, isCover: sql<boolean>`${isCover}` })
    .from(posts)
    .where(and(isNull(posts.deletedAt), or(isCover, holdsAddress(id))))
    .orderBy(desc(posts.updatedAt), desc(posts.id))
    .limit(most);
  return rows.map(({ isCover, ...post }) => ({
    resource: 'posts',
    ...post,
    how: isCover ? 'Cover' : 'In the text',
  }));
};

function holdsAddress(id: string): SQL {
  return sql`strpos(${posts.body}, ${`/media/${id}/`}) > 0`;
}
