import { and, eq, isNull, sql } from 'drizzle-orm';
import type { PlatformTx } from '../db/platform-tx';
import { users } from '../db/schema/platform';

export interface Person {
  id: string;
  name: string;
  isActive: boolean;
}

/**
 * Finds somebody by email. Emails are kept in lower case. A deleted account is nobody's: it comes back
 * by {@link addPerson}.
 */
export async function findPerson(tx: PlatformTx, email: string): Promise<Person | null> {
  const [found] = await tx
    .select({ id: users.id, name: users.name, isActive: users.isActive })
    .from(users)
    .where(and(eq(users.email, email), isNull(users.deletedAt)));
  return found ?? null;
}

/**
 * Adds somebody with a password. The row of a deleted account with this email comes back with that
 * password: what they did is theirs again, and nothing they had (S4.23).
 *
 * @param tx - the console's or the CLI's.
 * @returns null when somebody with this email has come in between; nothing of theirs is changed.
 */
export async function addPerson(
  tx: PlatformTx,
  { email, name, passwordHash }: { email: string; name: string; passwordHash: string },
): Promise<Person | null> {
  const id = sql<string | null>`platform.add_person(${email}, ${name}, ${passwordHash})`;
  const [made] = await tx.select({ id }).from(sql`(values (1)) as once`);
  return made?.id ? { id: made.id, name, isActive: true } : null;
}
