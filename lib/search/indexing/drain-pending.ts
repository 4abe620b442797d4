import { indexNames } from '../elasticsearch/index-names';
import type { SearchContext } from '../search-engine';
import { bulkPosts } from './bulk-posts';
import { readIndexState, writeIndexState } from './index-state';
import { type PendingPost, readPending } from './read-pending';
import { settleEntries } from './settle-entries';

const postsAtOnce = 500;
/** Of texts, in characters: a request is to stay below 5 MB. */
const charactersAtOnce = 2_500_000;

export interface DrainOptions {
  signal?: AbortSignal;
  /** Told after each request how many posts this run has sent. */
  onProgress?: (sent: number) => unknown;
}

/**
 * Sends every change of the tenant's posts that its index does not know of, until none is due. Can be
 * stopped anywhere and begun again, by several at once: what was not noted down is sent again.
 *
 * @returns how many were sent.
 * @throws what the client throws while the engine is away.
 */
export async function drainPending(
  ctx: SearchContext,
  { signal, onProgress }: DrainOptions = {},
): Promise<number> {
  const state = await readIndexState(ctx);
  const names = indexNames(ctx.tenant.id);
  const aliases = [
    ...(state?.liveIndex ? [names.live] : []),
    ...(state?.nextIndex ? [names.next] : []),
  ];
  if (aliases.length === 0) return 0;
  let sent = 0;
  for (;;) {
    const pending = await readPending(ctx, postsAtOnce);
    if (pending.length === 0) return sent;
    for (const some of inParts(pending)) {
      signal?.throwIfAborted();
      const fates = await bulkPosts(ctx.tenant.id, some, aliases);
      await settleEntries(ctx, some, fates);
      sent += some.length;
      await onProgress?.(sent);
      if (fates.some(({ fate }) => fate === 'no-index')) {
        // Somebody took it away. It is made anew, and then all of it is sent.
        await writeIndexState(ctx, { liveIndex: null, nextIndex: null, nextPlacement: null });
        return sent;
      }
    }
  }
}

function inParts(posts: PendingPost[]): PendingPost[][] {
  const parts: PendingPost[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const post of posts) {
    const length = post.document?.body.length ?? 0;
    if (size + length > charactersAtOnce) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(post);
    size += length;
  }
  return parts;
}
