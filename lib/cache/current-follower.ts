import { authSecret } from '../auth/auth-secret';
import type { AppClient } from '../db/client';
import { ownOrigin } from '../env';
import { expireAgain } from './expire-again';
import { followInvalidations, type InvalidationFollower } from './follow-invalidations';
import { signTags } from './sign-tags';

const tagsAtOnce = 1000;

// On globalThis: instrumentation and routes are bundled apart and would each have their own.
const kept = globalThis as unknown as { tenantryFollower?: InvalidationFollower };

/** The follower of this process, when one was started. */
export function currentFollower(): InvalidationFollower | undefined {
  return kept.tenantryFollower;
}

/** Starts the follower of this process, once. */
export function startFollower(client: AppClient): InvalidationFollower {
  kept.tenantryFollower ??= followInvalidations(client, expireAgain(expireInNext, { isUp }));
  return kept.tenantryFollower;
}

/** The log is read every two seconds; it was not for a while when the database is away. */
function isUp(): boolean {
  const age = kept.tenantryFollower?.age() ?? null;
  return age !== null && age < 5000;
}

/**
 * Hands tags to Next, which forgets them only inside a route handler of its own.
 *
 * @throws Error when the process does not answer itself.
 */
async function expireInNext(tags: string[]): Promise<void> {
  // One tag that Next cannot take must not keep all others from it.
  const usable = tags.filter((tag) => typeof tag === 'string' && tag.length <= 256);
  for (let at = 0; at < usable.length; at += tagsAtOnce) {
    await handOver(usable.slice(at, at + tagsAtOnce));
  }
}

async function handOver(tags: string[]): Promise<void> {
  const body = JSON.stringify({ tags });
  const response = await fetch(`${ownOrigin()}/api/internal/revalidate`, {
    method: 'POST',
    body,
    headers: { 'x-signature': signTags(authSecret(), body) },
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok) throw new Error(`The internal route answered ${response.status}.`);
}
