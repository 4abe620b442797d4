import { and, asc, desc, ilike, isNull } from 'drizzle-orm';
import type { MemberContext } from '../auth/viewer';
import { posts, tags } from '../db/schema/tenant';

/** Something the palette leads to. */
export interface Found {
  resource: 'posts' | 'tags';
  id: string;
  title: string;
  note: string;
}

const each = 6;

/** Finds posts and tags of the tenant by a part of their name, as far as the person may read them. */
export async function findInPalette(ctx: MemberContext, text: string): Promise<Found[]> {
  const words = text.trim().slice(0, 100);
  if (words === '') return [];
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  return ctx.db.read(async (tx) => {
    const [ofPosts, ofTags] = await Promise.all([
      ctx.can('posts.read')
        ? tx
            .select({ id: posts.id, title: posts.title, note: posts.status })
            .from(posts)
            .where(and(ilike(posts.title, pattern), isNull(posts.deletedAt)))
            .orderBy(desc(posts.updatedAt), desc(posts.id))
            .limit(each)
        : [],
      ctx.can('tags.read')
        ? tx
            .select({ id: tags.id, title: tags.name, note: tags.slug })
            .from(tags)
            .where(and(ilike(tags.name, pattern), isNull(tags.deletedAt)))
            .orderBy(asc(tags.name), asc(tags.id))
            .limit(each)
        : [],
    ]);
    return [
      ...ofPosts.map((row) => ({ ...row, resource: 'posts' as const })),
      ...ofTags.map((row) => ({ ...row, resource: 'tags' as const })),
    ];
  });
}
