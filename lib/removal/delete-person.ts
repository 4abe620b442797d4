import { eq, sql } from 'drizzle-orm';
import type { PlatformDb } from '../db/platform-tx';
import { users } from '../db/schema/platform';
import { AppError, DeleteError, InvalidInput } from '../errors';
import { graceSeconds } from '../tenancy/life/deleted-tenant';
import { type RemovalAnswer, type Removed, requireConfirmed, throwKeptPerson } from './removed';

export interface Removal {
  /** Ids of the sites they own, as the confirmation listed them. */
  sites: string[];
  /** Takes their name and email away for good as well. */
  erase: boolean;
  /** Why, for the audit log. */
  reason: string;
  requestId?: string;
}

/**
 * Deletes somebody's account for the platform's operators, as deleteOwnAccount does (S4.12, N12).
 *
 * @param db - the console's or the CLI's: the database asks by itself whether it is.
 * @param actor - who does it; nobody deletes themself here, where no password is asked for.
 * @throws InvalidInput without a reason, or (`sites`) for other sites than they own; DeleteError for
 *   the last superuser, and oneself; AppError not_found for nobody, and who is deleted already.
 */
export async function deletePerson(
  db: PlatformDb,
  id: string,
  { sites, erase, reason, requestId = '' }: Removal,
  actor?: { id: string },
): Promise<Removed> {
  const why = reason.trim().slice(0, 500);
  if (!why) throw new InvalidInput({ reason: ['Say why: the audit log keeps it.'] });
  if (id === actor?.id) throw new DeleteError('It is you. Your own account page deletes it.');
  const list = `{${sites.join(',')}}`;
  const answer = await db
    .write(async (tx) => {
      const removed = sql<RemovalAnswer>`platform.delete_person(${users.id}, ${list}::text::uuid[],
        ${erase}::boolean, ${why}, ${graceSeconds()}::int, ${requestId})`;
      const [row] = await tx.select({ removed }).from(users).where(eq(users.id, id));
      return row?.removed ?? null;
    })
    .catch(throwKeptPerson);
  if (!answer) throw new AppError('not_found', 'There is no such account, or it was deleted.');
  return requireConfirmed(answer);
}
