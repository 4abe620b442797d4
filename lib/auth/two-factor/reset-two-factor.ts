import { eq } from 'drizzle-orm';
import type { PlatformDb } from '../../db/platform-tx';
import { recoveryCodes, twoFactors, users } from '../../db/schema/platform';
import { InvalidInput } from '../../errors';
import { recordEvent } from '../../events/record-event';

/**
 * Turns somebody's two-factor off for them, when phone and recovery codes are both gone. Whoever does
 * it must know by other means that it is them. They are told by mail.
 *
 * @param db - the CLI's: the console cannot.
 * @returns whether it was on.
 * @throws InvalidInput at `email` where nobody has it.
 */
export async function resetTwoFactor(db: PlatformDb, email: string): Promise<boolean> {
  return db.write(async (tx) => {
    const named = eq(users.email, email.trim().toLowerCase());
    const [person] = await tx.select({ id: users.id, name: users.name }).from(users).where(named);
    if (!person) throw new InvalidInput({ email: ['Nobody has an account with this email.'] });
    const { id } = person;
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, id));
    const gone = await tx.delete(twoFactors).where(eq(twoFactors.userId, id)).returning();
    const wasOn = gone.some(({ confirmedAt }) => confirmedAt !== null);
    if (!wasOn) return false;
    await recordEvent(
      tx,
      {},
      {
        type: 'user.two-factor-off',
        subjectId: id,
        payload: { resource: 'users', label: person.name, reason: 'by an operator' },
        cacheTags: [],
      },
    );
    return true;
  });
}
