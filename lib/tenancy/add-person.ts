import { eq } from 'drizzle-orm';
import { text, uuid } from 'drizzle-orm/pg-core';
import type { PlatformTx } from '../db/platform-tx';
import { users } from '../db/schema/platform';
import { platform } from '../db/schema/platform/platform-schema';

/**
 * The columns of a person that may be given at the start: an insert names no other one. Each is
 * named: Drizzle derives the names of a table once, from whichever declaration it meets first.
 */
export const newPeople = platform.table('users', {
  id: uuid('id').primaryKey(),
  email: text('email').notNull(),
  name: text('name').notNull(),
  passwordHash: text('password_hash'),
});

export interface Person {
  id: string;
  name: string;
  isActive: boolean;
}

/** Finds somebody by email. Emails are kept in lower case. */
export async function findPerson(tx: PlatformTx, email: string): Promise<Person | null> {
  const [found] = await tx
    .select({ id: users.id, name: users.name, isActive: users.isActive })
    .from(users)
    .where(eq(users.email, email));
  return found ?? null;
}

/**
 * Adds somebody with a password.
 *
 * @returns null when somebody with this email has come in between; nothing of theirs is changed.
 */
export async function addPerson(
  tx: PlatformTx,
  person: { email: string; name: string; passwordHash: string },
): Promise<Person | null> {
  const [made] = await tx
    .insert(newPeople)
    .values({ id: crypto.randomUUID(), ...person })
    .onConflictDoNothing({ target: newPeople.email })
    .returning({ id: newPeople.id, name: newPeople.name });
  return made ? { ...made, isActive: true } : null;
}
