import { setTimeout } from 'node:timers/promises';
import { isNotNull, sql } from 'drizzle-orm';
import { searchEntries, searchIndexes, tenants } from '../../db/schema/platform';
import { indexNames } from '../elasticsearch/index-names';
import type { SearchContext } from '../search-engine';
import { choosePlacement } from './choose-placement';
import { compareIndex } from './compare-index';
import { type DrainOptions, drainPending } from './drain-pending';
import { type IndexState, readIndexState, writeIndexState } from './index-state';
import { markForSearch } from './mark-for-search';
import { dropIndex, prepareNext, swapIn, targetOf } from './next-index';
import { putOffUntil } from './put-off-until';
import { removeExtra } from './remove-extra';

interface BuildOptions extends DrainOptions {
  /** Told how many posts there are to send, once. */
  onTotal?: (posts: number) => unknown;
  /** Where it is to be; decided by the number of posts unless told. */
  placement?: IndexState['placement'];
}

const mostRounds = 5;

/**
 * Makes the tenant's index anew beside the one that answers, and puts it in its place in one step:
 * searches see the former or the new one, and changes made meanwhile go to both. Whoever begins a
 * build that another one has not ended goes on with it.
 *
 * @returns how many posts were sent.
 * @throws what the client throws while the engine is away; Error where posts could not be sent.
 */
export async function buildIndex(ctx: SearchContext, options: BuildOptions = {}): Promise<number> {
  const state = await begun(ctx, options);
  const names = indexNames(ctx.tenant.id);
  if (!state.nextIndex) throw new Error('The index is not being built any more.');
  // Ended between the swap and the note of it.
  const isIn =
    (await targetOf(names.live)) === state.nextIndex && state.liveIndex !== state.nextIndex;
  const sent = isIn ? 0 : await fill(ctx, names.next, options);
  if (!isIn) await swapIn(ctx.tenant.id, state.nextIndex, state.nextPlacement ?? 'dedicated');
  await writeIndexState(ctx, {
    ...{ liveIndex: state.nextIndex, placement: state.nextPlacement ?? state.placement },
    ...{ nextIndex: null, nextPlacement: null, fault: null, drift: 0 },
    ...{ builtAt: new Date(), checkedAt: new Date() },
  });
  if (state.liveIndex && state.liveIndex !== state.nextIndex) {
    await dropIndex(ctx.tenant.id, state.liveIndex);
  }
  await reviveRefused(ctx, options);
  return sent;
}

/** From the commit on, changes are noted down and sent to both. */
async function begun(ctx: SearchContext, options: BuildOptions): Promise<IndexState> {
  const known = await readIndexState(ctx);
  const names = indexNames(ctx.tenant.id);
  // Never one that another version began, with another mapping.
  const isOurs = known?.nextIndex && names.isCurrent(known.nextIndex);
  if (isOurs && (await targetOf(names.next)) === known.nextIndex) return known;
  if (known?.nextIndex && (await targetOf(names.live)) === known.nextIndex) return known;
  const placement = options.placement ?? (await choosePlacement(ctx, known));
  const nextIndex = placement === 'shared' ? names.shared : names.dedicated(new Date());
  await prepareNext(ctx.tenant.id, nextIndex, placement);
  const next = { nextIndex, nextPlacement: placement, askedAt: new Date(), fault: null };
  await ctx.db.write(async (tx) => {
    await tx
      .insert(searchIndexes)
      .values({ tenantId: ctx.tenant.id, placement, ...next })
      .onConflictDoUpdate({ target: searchIndexes.tenantId, set: next });
  });
  // What is begun from here on is noted down by itself; what was begun before has to end first.
  if (!known)
    await ctx.db.write((tx) => tx.select({ done: sql`await_post_writers()` }).from(tenants));
  const posts = await markForSearch(ctx);
  await options.onTotal?.(posts);
  return (await readIndexState(ctx)) as IndexState;
}

/** Sends until the new index holds what the database does. */
async function fill(ctx: SearchContext, next: string, options: DrainOptions): Promise<number> {
  let sent = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const before = sent;
    const onProgress = (now: number) => options.onProgress?.(before + now);
    sent += await drainPending(ctx, { ...options, onProgress });
    const { stale, extra } = await compareIndex(ctx, next);
    if (extra.length > 0) await removeExtra(ctx.tenant.id, next, extra);
    const refused = await countRefused(ctx, stale);
    // What it had no time for is in the former index still, and would be missed in this one.
    const due = await putOffUntil(ctx);
    if (stale.length === refused && !due) return sent;
    if (stale.length > refused) await markForSearch(ctx, stale);
    if (due) await setTimeout(due.getTime() - Date.now(), undefined, { signal: options.signal });
  }
  throw new Error('The new index does not come to hold what the database does.');
}

/** What the former index refused, this one may take, and has. */
async function reviveRefused(ctx: SearchContext, options: DrainOptions): Promise<void> {
  const dead = [...(await readRefused(ctx))];
  if (dead.length === 0) return;
  await markForSearch(ctx, dead);
  await drainPending(ctx, options);
}

/** Posts that the engine will not have: the others are not to wait for them. */
async function countRefused(ctx: SearchContext, stale: string[]): Promise<number> {
  if (stale.length === 0) return 0;
  const dead = await readRefused(ctx);
  return stale.filter((id) => dead.has(id)).length;
}

async function readRefused(ctx: SearchContext): Promise<Set<string>> {
  const rows = await ctx.db.read((tx) =>
    tx
      .select({ id: searchEntries.postId })
      .from(searchEntries)
      .where(isNotNull(searchEntries.deadAt)),
  );
  return new Set(rows.map(({ id }) => id));
}
