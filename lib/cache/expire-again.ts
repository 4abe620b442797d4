import { log } from '../log';

type Expire = (tags: string[]) => Promise<void>;

/** After the slowest ordinary page, and after the longest a database scope may last. */
const delaysMilliseconds = [5_000, 30_000];

/**
 * Forgets tags now and twice more. A page that read the old rows just before a commit is stored
 * just after its tags were forgotten, and would then stay for as long as entries may; the later
 * rounds catch it.
 */
export function expireAgain(expire: Expire, delays = delaysMilliseconds): Expire {
  return async (tags) => {
    await expire(tags);
    for (const delay of delays) {
      setTimeout(() => expire(tags).catch(warn), delay).unref();
    }
  };
}

function warn(error: unknown): void {
  log.warn({ event: 'cache.expire_failed', err: error }, 'stale pages may stay for up to an hour');
}
