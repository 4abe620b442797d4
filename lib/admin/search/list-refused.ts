import { asc, eq, isNotNull } from 'drizzle-orm';
import type { MemberContext } from '../../auth/viewer';
import { searchEntries } from '../../db/schema/platform';
import { posts } from '../../db/schema/tenant';
import { refusalWords } from './refusal-words';

/** A post that the search engine will not have. */
export interface RefusedPost {
  id: string;
  /** Null where there is no such post any more, or who asks may not see posts. */
  title: string | null;
  words: string;
  since: Date;
}

const most = 50;

/** The first posts that the search engine refused, the oldest refusal first. */
export async function listRefused({ db, can }: MemberContext): Promise<RefusedPost[]> {
  const { postId, lastError, deadAt } = searchEntries;
  const rows = await db.read((tx) =>
    tx
      .select({ id: postId, title: posts.title, lastError, deadAt })
      .from(searchEntries)
      .leftJoin(posts, eq(posts.id, postId))
      .where(isNotNull(deadAt))
      .orderBy(asc(deadAt), asc(postId))
      .limit(most),
  );
  const mayName = can('posts.read');
  return rows.flatMap(({ id, title, lastError: said, deadAt: since }) =>
    since ? [{ id, title: mayName ? title : null, words: refusalWords(said), since }] : [],
  );
}
