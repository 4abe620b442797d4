import { openOwnerDb } from '../db/owner-db';
import type { PlatformDb } from '../db/platform-tx';
import { takeDatabaseAddresses } from './take-database-addresses';

/**
 * Opens the database as the owner role for the time of `work`.
 *
 * @throws Error when there is no database, or its owner's address is missing.
 */
export async function onPlatform<T>(work: (db: PlatformDb) => Promise<T>): Promise<T> {
  await takeDatabaseAddresses();
  const db = openOwnerDb();
  return work(db).finally(db.end);
}
