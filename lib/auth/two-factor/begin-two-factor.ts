import { type AppClient, appClient } from '../../db/client';
import { AppError } from '../../errors';
import { seal } from './sealing';
import { newSecret } from './time-codes';
import { secretPurpose } from './typed-code';

/**
 * Makes a secret for somebody whose password was just checked. It counts for nothing until a code of
 * it was typed, and waits for that for 15 minutes.
 *
 * @throws AppError conflict where two-factor is on already.
 */
export async function beginTwoFactor(
  { userId, sessionId }: { userId: string; sessionId: string },
  client: AppClient = appClient(),
): Promise<void> {
  const sealed = seal(secretPurpose(userId), newSecret());
  const [row] = await client.query(
    (sql) => sql`select platform.begin_two_factor(${sessionId}, ${sealed}) as begun`,
  );
  if (!row?.begun) throw new AppError('conflict', 'Two-factor is on already.');
}
