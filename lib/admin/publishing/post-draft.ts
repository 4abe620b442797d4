import { eq, isNull } from 'drizzle-orm';
import type { MemberContext } from '../../auth/viewer';
import { postDrafts, posts } from '../../db/schema/tenant';
import type { ScopedTx } from '../../db/scoped-tx';
import { isUuid } from '../../resources/filter-value';
import type { Values } from '../../resources/resource';

/** What was written at a post and is not published yet. */
export interface PostDraft {
  values: Values;
  /** Version of the post it was written over. */
  baseVersion: number;
  actorId: string | null;
  actorName: string;
  /** ISO time. */
  savedAt: string;
}

/** Gives what was written at a public post and is not published yet, or null. */
export async function findPostDraft(ctx: MemberContext, postId: string): Promise<PostDraft | null> {
  if (!isUuid(postId)) return null;
  const [row] = await ctx.db.read((tx) =>
    tx.select().from(postDrafts).where(eq(postDrafts.postId, postId)),
  );
  if (!row) return null;
  const { values, baseVersion, actorId, actorName, updatedAt } = row;
  return { values, baseVersion, actorId, actorName, savedAt: updatedAt.toISOString() };
}

/** Throws away what was written and is not published, or has been. */
export async function dropPostDraft(ctx: MemberContext, postId: string): Promise<void> {
  if (!isUuid(postId)) return;
  await ctx.db.write((tx) => tx.delete(postDrafts).where(eq(postDrafts.postId, postId)));
}

/**
 * Keeps what somebody has written at a public post.
 *
 * @returns its time, ISO.
 */
export async function keepPostDraft(
  tx: ScopedTx,
  { actor }: MemberContext,
  { postId, values, baseVersion }: { postId: string; values: Values; baseVersion: number },
): Promise<string> {
  const now = new Date();
  const written = {
    ...{ values, baseVersion, updatedAt: now },
    ...{ actorId: actor.id, actorName: actor.name },
  };
  await tx
    .insert(postDrafts)
    .values({ postId, ...written })
    .onConflictDoUpdate({ target: [postDrafts.tenantId, postDrafts.postId], set: written });
  return now.toISOString();
}

/** Posts at which something is written that readers do not see yet: their addresses on the site. */
export async function listWaitingSlugs(ctx: MemberContext): Promise<Set<string>> {
  const rows = await ctx.db.read((tx) =>
    tx
      .select({ slug: posts.slug })
      .from(postDrafts)
      .innerJoin(posts, eq(posts.id, postDrafts.postId))
      .where(isNull(posts.deletedAt))
      .limit(1000),
  );
  return new Set(rows.map(({ slug }) => slug));
}
