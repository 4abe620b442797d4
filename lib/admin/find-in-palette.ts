import { and, asc, ilike, isNull } from 'drizzle-orm';
import type { MemberContext } from '../auth/viewer';
import { tags } from '../db/schema/tenant';
import { searchPosts } from '../search/search-posts';

/** Something the palette leads to. */
export interface Found {
  resource: 'posts' | 'tags';
  id: string;
  title: string;
  note: string;
}

const each = 6;

/** Finds posts by what stands in them and tags by a part of their name, as far as the person may read them. */
export async function findInPalette(ctx: MemberContext, text: string): Promise<Found[]> {
  const words = text.trim().slice(0, 100);
  if (words === '') return [];
  const [ofPosts, ofTags] = await Promise.all([
    ctx.can('posts.read') ? searchPosts(ctx, words, { limit: each, drafts: true }) : { hits: [] },
    ctx.can('tags.read') ? findTags(ctx, words) : [],
  ]);
  return [
    ...ofPosts.hits.map(({ id, title, status: note }) => ({
      id,
      title,
      note,
      resource: 'posts' as const,
    })),
    ...ofTags.map((row) => ({ ...row, resource: 'tags' as const })),
  ];
}

function findTags({ db }: MemberContext, words: string) {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  return db.read((tx) =>
    tx
      .select({ id: tags.id, title: tags.name, note: tags.slug })
      .from(tags)
      .where(and(ilike(tags.name, pattern), isNull(tags.deletedAt)))
      .orderBy(asc(tags.name), asc(tags.id))
      .limit(each),
  );
}
