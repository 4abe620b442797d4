import { and, eq, inArray, sql } from 'drizzle-orm';
import { searchEntries } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import type { SearchContext } from '../search-engine';
import type { PostFate } from './bulk-posts';
import type { PendingPost } from './read-pending';

const firstWaitSeconds = 5;
const longestWaitSeconds = 600;

/**
 * Writes down what became of posts that were sent. An entry that has changed since stays pending: its
 * version is another one.
 */
export async function settleEntries(
  { db }: SearchContext,
  sent: PendingPost[],
  fates: PostFate[],
): Promise<void> {
  const gone = new Set(sent.filter(({ isGone }) => isGone).map(({ postId }) => postId));
  const done = fates.filter(({ fate }) => fate === 'done');
  await db.write(async (tx) => {
    const kept = done.filter(({ postId }) => !gone.has(postId));
    const left = done.filter(({ postId }) => gone.has(postId));
    if (kept.length > 0) {
      await tx
        .update(searchEntries)
        .set({ isPending: false, attempts: 0, nextAttemptAt: null, lastError: null })
        .where(these(kept));
    }
    if (left.length > 0) await tx.delete(searchEntries).where(these(left));
    for (const fate of fates) if (fate.fate !== 'done') await postpone(tx, fate);
  });
}

/** Only as it was sent. */
function these(fates: PostFate[]) {
  const ids = fates.map(({ postId }) => postId);
  const pairs = fates.map(({ postId, version }) => `${postId} ${version}`);
  return and(
    inArray(searchEntries.postId, ids),
    inArray(sql`${searchEntries.postId}::text || ' ' || ${searchEntries.version}::text`, pairs),
  );
}

async function postpone(tx: ScopedTx, { postId, version, fate, reason }: PostFate): Promise<void> {
  const wait = sql`now() + least(${longestWaitSeconds}, ${firstWaitSeconds} * power(2, ${searchEntries.attempts}))
    * (0.75 + random() / 2) * interval '1 second'`;
  await tx
    .update(searchEntries)
    .set({
      attempts: sql`${searchEntries.attempts} + 1`,
      lastError: reason ?? null,
      ...(fate === 'refused' ? { deadAt: new Date() } : { nextAttemptAt: wait }),
    })
    .where(and(eq(searchEntries.postId, postId), eq(searchEntries.version, version)));
}
