import { type AppClient, appClient } from '../db/client';
import { definePlatformHandler } from './handler';

/**
 * Writes down that accesses of support have ended by their time. Nobody gets in by one that is over,
 * whether or not this has run.
 */
export const closeSupport = definePlatformHandler({
  kind: 'support.close',
  run: async () => {
    await closeEndedSupport(appClient());
  },
});

/** @returns how many were ended. */
export async function closeEndedSupport(client: AppClient): Promise<number> {
  const [row] = await client.query((sql) => sql`select platform.close_support() as closed`);
  return row?.closed ?? 0;
}
