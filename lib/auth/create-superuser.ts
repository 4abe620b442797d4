import { eq } from 'drizzle-orm';
import type { PlatformDb, PlatformTx } from '../db/platform-tx';
import { users } from '../db/schema/platform';
import { InvalidInput } from '../errors';
import { recordEvent } from '../events/record-event';
import { addPerson, findPerson } from '../tenancy/add-person';
import { madeUpPassword } from '../tenancy/made-up-password';
import { emailFault, nameFault, passwordFault } from '../tenancy/provisioning/new-tenant';
import { hashPassword } from './hash-password';

export interface NewSuperuser {
  email: string;
  /** Of somebody new; without it the part of the email before the @. */
  name?: string;
  /** Of somebody new; without it one is made up. */
  password?: string;
}

export interface CreatedSuperuser {
  id: string;
  email: string;
  isNew: boolean;
  /** A password that was made up: it stands here once and nowhere else. */
  password?: string;
}

/**
 * Makes somebody a superuser of the platform (S1.25). Who has an account keeps their password; who is
 * one already stays as they are.
 *
 * @param db - the CLI's: the console can make nobody one.
 * @throws InvalidInput by field.
 */
export async function createSuperuser(
  db: PlatformDb,
  input: NewSuperuser,
): Promise<CreatedSuperuser> {
  const email = input.email.trim().toLowerCase();
  const name = input.name?.trim() || email.slice(0, email.indexOf('@'));
  refuseFaults({
    email: emailFault(email),
    name: nameFault(name),
    password: passwordFault(input.password ?? '', { email, name }),
  });
  const password = input.password || madeUpPassword();
  const passwordHash = await hashPassword(password);
  return db.write(async (tx) => {
    const known = await findPerson(tx, email);
    if (known && !known.isActive) {
      throw new InvalidInput({ email: ['This person’s account is deactivated.'] });
    }
    const isOne = await isSuperuser(tx, email);
    const added = await addPerson(tx, { email, name, passwordHash });
    const [row] = await tx
      .update(users)
      .set({ isSuperuser: true, updatedAt: new Date() })
      .where(eq(users.email, email))
      .returning({ id: users.id, name: users.name });
    const id = row?.id ?? '';
    const isNew = added !== null;
    const made = { id, email, isNew, password: isNew && !input.password ? password : undefined };
    // Somebody who was one already: nothing has happened.
    if (isOne) return made;
    await recordEvent(
      tx,
      {},
      {
        type: isNew ? 'user.created' : 'user.updated',
        subjectId: id,
        payload: {
          resource: 'users',
          label: row?.name,
          changes: { isSuperuser: [known ? false : null, true] },
        },
        cacheTags: [],
      },
    );
    return made;
  });
}

async function isSuperuser(tx: PlatformTx, email: string): Promise<boolean> {
  const columns = { isSuperuser: users.isSuperuser };
  const [row] = await tx.select(columns).from(users).where(eq(users.email, email));
  return row?.isSuperuser ?? false;
}

function refuseFaults(faults: Record<string, string | null>): void {
  const found = Object.entries(faults).flatMap(([field, fault]) =>
    fault === null ? [] : [[field, [fault]]],
  );
  if (found.length > 0) throw new InvalidInput(Object.fromEntries(found));
}
