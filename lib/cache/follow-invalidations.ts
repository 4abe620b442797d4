import type { AppClient } from '../db/client';
import { log } from '../log';

/** How often the log is read though nobody called: where LISTEN cannot work, or a call was lost. */
const pollMilliseconds = 2000;

export interface InvalidationFollower {
  /** Reads what has come since the last time. Calls while one is under way are folded into one. */
  drain(): Promise<void>;
  /** Milliseconds since the log was last read, or null before the first time. */
  age(): number | null;
  stop(): Promise<void>;
}

/**
 * Follows the event log and hands the stale cache tags on. Each instance follows for itself, so
 * that a change made anywhere, the CLI included, reaches every cache.
 *
 * @param client - the application's pool; LISTEN takes a connection of its own.
 * @param expire - forgets the tags; called again with the same ones when it fails.
 */
export function followInvalidations(
  client: AppClient,
  expire: (tags: string[]) => Promise<void>,
): InvalidationFollower {
  const reader = createReader(client, expire);
  let running: Promise<void> | undefined;
  let again = false;
  const drain = (): Promise<void> => {
    if (running) {
      again = true;
      return running;
    }
    running = (async () => {
      do {
        again = false;
        await reader.read();
      } while (again);
    })().finally(() => {
      running = undefined;
    });
    return running;
  };
  const quietly = () => void drain().catch(warn);
  const timer = setInterval(quietly, pollMilliseconds);
  timer.unref();
  const listening = client.sql.listen('tenantry_events', quietly, quietly).catch(warn);
  return {
    drain,
    age: reader.age,
    stop: async () => {
      clearInterval(timer);
      // Not waited for where it never came to listen: the driver keeps trying while the server is away.
      await Promise.race([listening.then((listener) => listener?.unlisten()).catch(warn), pause()]);
    },
  };
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 500).unref());
}

function createReader(client: AppClient, expire: (tags: string[]) => Promise<void>) {
  let watermark: string | null = null;
  let readAt: number | null = null;
  let seen = new Set<string>();
  return {
    age: () => (readAt === null ? null : Date.now() - readAt),
    read: async () => {
      const rows = await readLog(client, watermark);
      const fresh = rows.filter((row) => row.id !== null && !seen.has(row.id));
      const tags = [...new Set(fresh.flatMap((row) => row.tags ?? []))];
      // The first reading only marks the place: a process that has just started has cached nothing.
      if (watermark !== null && tags.length > 0) await expire(tags);
      // Only what may come again has to be remembered.
      seen = new Set(rows.flatMap((row) => (row.id === null ? [] : [row.id])));
      watermark = rows[0]?.watermark ?? watermark;
      readAt = Date.now();
    },
  };
}

interface LogRow {
  watermark: string;
  id: string | null;
  tags: string[] | null;
}

/** The watermark is older than the last event while any transaction of the server is still open. */
async function readLog(client: AppClient, watermark: string | null): Promise<LogRow[]> {
  return client.query(
    (sql) => sql<LogRow[]>`
      select watermark::text, id::text, to_json(cache_tags) as tags
      from platform.cache_tags_since(
        coalesce(${watermark}::text::xid8, pg_snapshot_xmin(pg_current_snapshot())))`,
  );
}

function warn(error: unknown): void {
  log.warn({ event: 'cache.follow_failed', err: error }, 'the invalidation log could not be read');
}
