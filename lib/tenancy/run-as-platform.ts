import { openOwnerDb } from '../db/owner-db';
import type { PlatformDb } from '../db/platform-tx';
import { InvalidInput } from '../errors';
import { type EventOrigin, recordEvent } from '../events/record-event';
import { bindPlatform, findPlatformRun, type PlatformRun } from './context';

export interface PlatformOptions extends EventOrigin {
  /**
   * The console's, by the session of a superuser. Without it the owner's address is used, which the
   * command line has and a web process has not.
   */
  db?: PlatformDb;
}

const longestReason = 300;

/**
 * Runs `fn` across tenants. The reason is in the event log before `fn` begins, and from there in the
 * platform's audit log, so that what failed half way is on record too (N16).
 *
 * @param reason - why this is done, in words that will still be understood in a year.
 * @throws InvalidInput without a reason; MixedScopes inside a tenant's context.
 */
export async function runAsPlatform<T>(
  reason: string,
  fn: (run: PlatformRun) => Promise<T>,
  { db, ...origin }: PlatformOptions = {},
): Promise<T> {
  const words = reason.replaceAll(/\s+/g, ' ').trim().slice(0, longestReason);
  if (words === '') throw new InvalidInput({ reason: ['Say why this is done across tenants.'] });
  const given = db ?? findPlatformRun()?.db;
  const owner = given ? null : openOwnerDb();
  const run: PlatformRun = { db: given ?? (owner as PlatformDb), reason: words };
  try {
    return await bindPlatform(run, async () => {
      await run.db.write((tx) =>
        recordEvent(tx, origin, {
          type: 'platform.entered',
          payload: { resource: 'platform', label: words },
          cacheTags: [],
        }),
      );
      return fn(run);
    });
  } finally {
    await owner?.end();
  }
}
