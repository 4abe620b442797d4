import { drizzle } from 'drizzle-orm/postgres-js';
import { limitFault } from './limit-fault';
import { openOwnerClient } from './owner-client';
import type { PlatformDb, PlatformTx } from './platform-tx';
import { createScopedTx } from './scoped-tx';

/**
 * Opens the database as the platform sees it, for the CLI: signed in as the owner role, to which
 * every row is open. The client is its own, since Drizzle changes how one reads and writes dates.
 *
 * @param url - DATABASE_OWNER_URL unless given.
 */
export function openOwnerDb(url?: string): PlatformDb & { end(): Promise<void> } {
  const client = openOwnerClient(url);
  const database = drizzle(client, { casing: 'snake_case' });
  const run = <T>(accessMode: 'read only' | 'read write', fn: (tx: PlatformTx) => Promise<T>) =>
    database
      .transaction(
        async (tx) => {
          const inTenant: PlatformTx['inTenant'] = (tenantId, work) =>
            work(createScopedTx(tx, tenantId));
          return await fn(Object.assign(tx, { inTenant }));
        },
        { accessMode },
      )
      .catch((error: unknown) => {
        throw limitFault(error);
      });
  return {
    read: (fn) => run('read only', fn),
    write: (fn) => run('read write', fn),
    end: () => client.end({ timeout: 5 }),
  };
}
