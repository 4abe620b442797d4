import { forgetRights } from '../auth/kept-rights';
import type { AppClient } from '../db/client';
import { ownOrigin } from '../env';
import { forgetTenants } from '../state/forget-tenants';
import { expireAgain } from './expire-again';
import { expireInNext } from './expire-in-next';
import { followInvalidations, type InvalidationFollower } from './follow-invalidations';

// On globalThis: instrumentation and routes are bundled apart and would each have their own.
const kept = globalThis as unknown as { tenantryFollower?: InvalidationFollower };

/** The follower of this process, when one was started. */
export function currentFollower(): InvalidationFollower | undefined {
  return kept.tenantryFollower;
}

/** Starts the follower of this process, once. */
export function startFollower(client: AppClient): InvalidationFollower {
  const expire = (tags: string[]) => expireInNext(ownOrigin(), tags);
  const expireLater = expireAgain(expire, { isUp });
  kept.tenantryFollower ??= followInvalidations(client, async (tags) => {
    forgetRights(tags);
    await forgetTenants(tags);
    await expireLater(tags);
  });
  return kept.tenantryFollower;
}

/** The log is read every two seconds; it was not for a while when the database is away. */
function isUp(): boolean {
  const age = kept.tenantryFollower?.age() ?? null;
  return age !== null && age < 5000;
}
