import { authSecret } from '../auth/auth-secret';
import type { AppClient } from '../db/client';
import { env } from '../env';
import { expireAgain } from './expire-again';
import { followInvalidations, type InvalidationFollower } from './follow-invalidations';
import { signTags } from './sign-tags';

// On globalThis: instrumentation and routes are bundled apart and would each have their own.
const kept = globalThis as unknown as { tenantryFollower?: InvalidationFollower };

/** The follower of this process, when one was started. */
export function currentFollower(): InvalidationFollower | undefined {
  return kept.tenantryFollower;
}

/** Starts the follower of this process, once. */
export function startFollower(client: AppClient): InvalidationFollower {
  kept.tenantryFollower ??= followInvalidations(client, expireAgain(expireInNext));
  return kept.tenantryFollower;
}

/**
 * Hands tags to Next, which forgets them only inside a route handler of its own.
 *
 * @throws Error when the process does not answer itself.
 */
async function expireInNext(tags: string[]): Promise<void> {
  const body = JSON.stringify({ tags });
  const response = await fetch(`http://localhost:${env().PORT}/api/internal/revalidate`, {
    method: 'POST',
    body,
    headers: { 'x-signature': signTags(authSecret(), body) },
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok) throw new Error(`The internal route answered ${response.status}.`);
}
