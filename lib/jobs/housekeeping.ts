import { type AppClient, appClient } from '../db/client';
import { log } from '../log';
import { defineCron } from './define-cron';

const rowsAtOnce = 2000;

/**
 * Takes away what has had its time, once a day: events that were told and sealed (30 days), finished
 * jobs (7), copies of people's data, expired sessions, refresh tokens, mailed links, Idempotency-Keys,
 * limits, and entries of caches, state and presence. Dead letters stay until somebody has looked at
 * them; the audit log stays for good.
 */
export const housekeeping = defineCron({
  name: 'housekeeping',
  at: '0 0 * * *',
  timeLimitSeconds: 600,
  run: async ({ signal, progress }) => {
    const rows = await prune(appClient(), signal, (gone) => progress(gone, undefined, 'rows gone'));
    log.info({ event: 'housekeeping.done', rows }, 'old rows were taken away');
  },
});

/** @returns how many rows went. */
export async function prune(
  client: AppClient,
  signal: AbortSignal,
  onProgress: (gone: number) => Promise<void> = async () => {},
): Promise<number> {
  let total = 0;
  for (let gone = 1; gone > 0; total += gone) {
    signal.throwIfAborted();
    await onProgress(total);
    const [row] = await client.query(
      (sql) => sql`
        select platform.prune(${rowsAtOnce}) + platform.prune_state(${rowsAtOnce})
          + platform.prune_links(${rowsAtOnce}) + platform.prune_exports(${rowsAtOnce})
          + platform.prune_channel_sessions(${rowsAtOnce})
          + platform.prune_presence(${rowsAtOnce}) as gone`,
    );
    gone = row?.gone ?? 0;
  }
  return total;
}
