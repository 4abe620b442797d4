import type { Sql } from 'postgres';
import { openOwnerClient } from '../db/owner-client';
import { takeDatabaseAddresses } from './take-database-addresses';

/**
 * Opens a connection as the owner role for the time of `work`.
 *
 * @throws Error when there is no database, or its owner's address is missing.
 */
export async function withOwner<T>(work: (owner: Sql) => Promise<T>): Promise<T> {
  await takeDatabaseAddresses();
  const owner = openOwnerClient();
  return work(owner).finally(() => owner.end({ timeout: 5 }));
}
