import type { AppClient } from '../../db/client';

const rowsAtOnce = 1000;

export interface PurgeOptions {
  signal?: AbortSignal;
  /** Told after each round how many rows this run has destroyed by now. */
  onProgress?: (gone: number) => unknown;
}

/**
 * Destroys a deleted tenant whose time is up, in rounds: it can end after any of them and be begun
 * again. The record of what was destroyed is kept with the last one.
 *
 * @returns false when it is not to be purged (any more): it was restored, its time is not up, or
 *   there is no such tenant.
 */
export async function purgeTenant(
  client: AppClient,
  id: string,
  { signal, onProgress }: PurgeOptions = {},
): Promise<boolean> {
  let total = 0;
  // Once more where rows have come between the last round and the end.
  for (let before = -1; total > before; ) {
    before = total;
    for (let round = 1; round > 0; total += round) {
      signal?.throwIfAborted();
      round = await purgeSome(client, id);
      if (round > 0) await onProgress?.(total + round);
    }
    if (await finishPurge(client, id)) return true;
  }
  return false;
}

async function purgeSome(client: AppClient, id: string): Promise<number> {
  const [row] = await client.query(
    (sql) => sql`
      select coalesce(sum(gone), 0)::int as gone
      from platform.purge_tenant_rows(${id}::text::uuid, ${rowsAtOnce})`,
  );
  return row?.gone ?? 0;
}

async function finishPurge(client: AppClient, id: string): Promise<boolean> {
  const [row] = await client.query(
    (sql) => sql`select platform.finish_purge(${id}::text::uuid) as done`,
  );
  return row?.done === true;
}
