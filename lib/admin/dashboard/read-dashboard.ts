import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { MemberContext } from '../../auth/viewer';
import { memberships } from '../../db/schema/platform';
import { authors, posts, tags } from '../../db/schema/tenant';
import type { ScopedTx } from '../../db/scoped-tx';
import { type CappedCount, countUpTo } from '../../resources/count-up-to';
import { type Activity, recentActivity } from './recent-activity';

/** What stands on the dashboard. A part the person may not read is null. */
export interface Dashboard {
  posts: { published: CappedCount; drafts: CappedCount; trashed: CappedCount } | null;
  tags: CappedCount | null;
  members: CappedCount | null;
  recentDrafts: Draft[];
  activity: Activity[];
  hasAuthors: boolean;
}

export interface Draft {
  id: string;
  title: string;
  author: string;
  updatedAt: string;
}

const draftsShown = 5;

/** Reads the dashboard of the tenant in one transaction: no more than the person may see elsewhere. */
export async function readDashboard(ctx: MemberContext): Promise<Dashboard> {
  const mayRead = (resource: string) => ctx.can(`${resource}.read`);
  return ctx.db.read(async (tx) => {
    const [ofPosts, ofTags, ofMembers, recentDrafts, activity, hasAuthors] = await Promise.all([
      mayRead('posts') ? countPosts(tx) : null,
      mayRead('tags') ? countUpTo(tx, tags, isNull(tags.deletedAt)) : null,
      mayRead('members') ? countUpTo(tx, memberships, undefined) : null,
      mayRead('posts') ? listDrafts(tx) : [],
      recentActivity(tx, ctx),
      mayRead('authors') ? anyAuthor(tx) : true,
    ]);
    return {
      posts: ofPosts,
      tags: ofTags,
      members: ofMembers,
      recentDrafts,
      activity,
      hasAuthors,
    };
  });
}

async function countPosts(tx: ScopedTx) {
  const alive = isNull(posts.deletedAt);
  const [published, drafts, trashed] = await Promise.all([
    countUpTo(tx, posts, and(eq(posts.status, 'published'), alive)),
    countUpTo(tx, posts, and(eq(posts.status, 'draft'), alive)),
    countUpTo(tx, posts, isNotNull(posts.deletedAt)),
  ]);
  return { published, drafts, trashed };
}

async function listDrafts(tx: ScopedTx): Promise<Draft[]> {
  const rows = await tx
    .select({
      id: posts.id,
      title: posts.title,
      author: authors.name,
      updatedAt: posts.updatedAt,
    })
    .from(posts)
    .innerJoin(authors, eq(authors.id, posts.authorId))
    .where(and(eq(posts.status, 'draft'), isNull(posts.deletedAt)))
    .orderBy(desc(posts.updatedAt), desc(posts.id))
    .limit(draftsShown);
  return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
}

async function anyAuthor(tx: ScopedTx): Promise<boolean> {
  const rows = await tx
    .select({ id: authors.id })
    .from(authors)
    .where(isNull(authors.deletedAt))
    .limit(1);
  return rows.length > 0;
}
