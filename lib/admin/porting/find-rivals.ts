import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { posts } from '../../db/schema/tenant';
import { readRecordRow } from '../../resources/record-row';
import type { Values } from '../../resources/resource';
import type { ResourceContext } from '../../resources/resource-context';
import { postsResource } from '../resources/posts';
import type { OnConflict } from './import-posts';

const mostCopies = 50;

/** The post that has a slug, and copies of it under the slug with a number behind. */
export async function findRivals(
  { db }: ResourceContext,
  slug: string,
  onConflict: OnConflict,
): Promise<{ existing: Values | null; copies: Values[] }> {
  const living = isNull(posts.deletedAt);
  return db.read(async (tx) => {
    const read = async (id: string) => readRecordRow(tx, postsResource, id, 'living');
    const [found] = await tx
      .select({ id: posts.id })
      .from(posts)
      .where(and(living, eq(posts.slug, slug)));
    if (!found) return { existing: null, copies: [] };
    const existing = await read(found.id);
    if (onConflict !== 'copy') return { existing, copies: [] };
    // A slug has no sign that means anything in a pattern.
    const numbered = sql`${posts.slug} ~ ${`^${slug.slice(0, 110).replace(/-$/, '')}-[0-9]+$`}`;
    const rows = await tx
      .select({ id: posts.id })
      .from(posts)
      .where(and(living, numbered))
      .orderBy(asc(posts.slug))
      .limit(mostCopies);
    const copies = await Promise.all(rows.map(({ id }) => read(id)));
    return { existing, copies: copies.filter((copy) => copy !== null) };
  });
}
