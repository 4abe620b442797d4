import { count, eq, isNull, sql } from 'drizzle-orm';
import { searchEntries } from '../../db/schema/platform';
import { posts } from '../../db/schema/tenant';
import type { SearchContext } from '../search-engine';

/** What of a tenant's posts its index has not got. */
export interface IndexFigures {
  /** In the database, without the trash. */
  posts: number;
  /** Changes that are not sent yet. */
  waiting: number;
  /** Of them, those that somebody should have sent by now. */
  late: number;
  /** Posts that the engine will not have as they are. */
  refused: number;
}

const minutesUntilLate = 10;
/** With the pauses between them, these take as long. */
const attemptsUntilLate = 8;

/** Counts them, in the database alone. */
export function readIndexFigures({ db }: SearchContext): Promise<IndexFigures> {
  const { isPending, deadAt, attempts, postId } = searchEntries;
  const waits = sql`${isPending} and ${deadAt} is null`;
  const isLate = sql`(${attempts} >= ${attemptsUntilLate}
    or ${posts.updatedAt} < now() - make_interval(mins => ${minutesUntilLate}))`;
  return db.read(async (tx) => {
    const [[living], [noted]] = await Promise.all([
      tx.select({ posts: count() }).from(posts).where(isNull(posts.deletedAt)),
      tx
        .select({
          waiting: sql<number>`count(*) filter (where ${waits})::int`,
          late: sql<number>`count(*) filter (where ${waits} and ${isLate})::int`,
          refused: sql<number>`count(*) filter (where ${deadAt} is not null)::int`,
        })
        .from(searchEntries)
        .leftJoin(posts, eq(posts.id, postId))
        .where(eq(isPending, true)),
    ]);
    const { waiting = 0, late = 0, refused = 0 } = noted ?? {};
    return { posts: living?.posts ?? 0, waiting, late, refused };
  });
}
