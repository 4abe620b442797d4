import { type AppClient, appClient } from '../../db/client';
import { CodeRequired } from '../../errors';
import type { Attempt, VerifiedUser } from '../verify-credentials';
import { findSecondFactor } from './find-second-factor';
import { passSecondFactor } from './pass-second-factor';

/**
 * The second step where password and code come together, as programs send them. Does nothing for an
 * account without two-factor.
 *
 * @param user - whose password was found right.
 * @throws CodeRequired without a code; InvalidInput at `code` for a wrong one; TooMany.
 */
export async function requireCode(
  user: VerifiedUser,
  code: string | undefined,
  attempt: Attempt,
  client: AppClient = appClient(),
): Promise<void> {
  const factor = await findSecondFactor(user.id, client);
  if (!factor) return;
  if (!code?.trim()) throw new CodeRequired();
  const { email, sealedSecret } = factor;
  await passSecondFactor({ userId: user.id, email, sealedSecret }, code, attempt, client);
}
