import { eq, sql } from 'drizzle-orm';
import type { PlatformDb } from '../db/platform-tx';
import { users } from '../db/schema/platform';
import { DeleteError } from '../errors';

/**
 * Takes the name and email of a deleted account away for good: it is a "Former member" from then on,
 * at every tenant as soon as its job has run. The email is free for somebody new.
 *
 * @param db - the console's or the CLI's.
 * @throws DeleteError for an account that is not deleted, or is erased already.
 */
export async function erasePerson(db: PlatformDb, id: string, requestId = ''): Promise<void> {
  const done = sql<boolean>`platform.erase_deleted_person(${users.id}, ${requestId})`;
  const [row] = await db.write((tx) => tx.select({ done }).from(users).where(eq(users.id, id)));
  if (!row?.done) {
    throw new DeleteError('Only a deleted account can be erased, and once is enough.');
  }
}
