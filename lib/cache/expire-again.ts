import { log } from '../log';

type Expire = (tags: string[]) => Promise<void>;

interface Rounds {
  /** After the slowest ordinary page, and after the longest a database scope may last. */
  delaysMilliseconds?: number[];
  /** False while the database is away: what is kept is then better than nothing. */
  isUp: () => boolean;
}

const tickMilliseconds = 1000;

/**
 * Forgets tags now and twice more. A page that read the old rows just before a commit is stored
 * just after its tags were forgotten, and would then stay for as long as entries may; the later
 * rounds catch it.
 */
export function expireAgain(expire: Expire, rounds: Rounds): Expire {
  const { delaysMilliseconds = [5_000, 30_000], isUp } = rounds;
  const due = new Map<string, number[]>();
  let timer: NodeJS.Timeout | undefined;
  const tick = () => {
    if (!isUp()) return;
    const now = Date.now();
    const ready = [...due].filter(([, times]) => (times[0] ?? now) <= now).map(([tag]) => tag);
    for (const tag of ready) {
      const later = (due.get(tag) ?? []).filter((time) => time > now);
      if (later.length > 0) due.set(tag, later);
      else due.delete(tag);
    }
    if (due.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
    if (ready.length > 0) expire(ready).catch(warn);
  };
  return async (tags) => {
    await expire(tags);
    const now = Date.now();
    for (const tag of tags)
      due.set(
        tag,
        delaysMilliseconds.map((delay) => now + delay),
      );
    timer ??= setInterval(tick, tickMilliseconds).unref();
  };
}

function warn(error: unknown): void {
  log.warn({ event: 'cache.expire_failed', err: error }, 'stale pages may stay for up to an hour');
}
