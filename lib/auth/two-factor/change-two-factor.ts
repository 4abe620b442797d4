import { type AppClient, appClient } from '../../db/client';
import { AppError, InvalidInput } from '../../errors';
import { forgiveCodeAttempts, takeCodeAttempt } from './code-limits';
import type { AccountHolder } from './confirm-two-factor';
import { findSecondFactor } from './find-second-factor';
import { wrongCode } from './pass-second-factor';
import { makeRecoveryCodes, recoveryHashes } from './recovery-codes';
import { readTypedCode, type TypedCode } from './typed-code';

/**
 * Makes new recovery codes in place of the old ones, for somebody whose password was just checked.
 *
 * @param typed - a code of the app, or one of the old recovery codes.
 * @returns the new ones, which stand here once and nowhere else.
 * @throws InvalidInput at `code`; AppError conflict where two-factor is off; TooMany.
 */
export async function remakeRecoveryCodes(
  holder: AccountHolder,
  typed: string,
  client: AppClient = appClient(),
): Promise<string[]> {
  const { userId, sessionId, requestId } = holder;
  const codes = makeRecoveryCodes();
  const hashes = recoveryHashes(userId, codes);
  await spend(holder, typed, client, async ({ step, hash }) => {
    const [row] = await client.query(
      (sql) => sql`
        select platform.remake_recovery_codes(${sessionId}, ${step}::bigint, ${hash}, ${hashes},
          ${requestId}) as done`,
    );
    return row?.done === true;
  });
  return codes;
}

/**
 * Turns two-factor off, for somebody whose password was just checked. The secret and the recovery
 * codes are gone with it.
 *
 * @param typed - a code of the app, or a recovery code.
 * @throws InvalidInput at `code`; AppError conflict where it is off already; TooMany.
 */
export async function endTwoFactor(
  holder: AccountHolder,
  typed: string,
  client: AppClient = appClient(),
): Promise<void> {
  const { sessionId, requestId } = holder;
  await spend(holder, typed, client, async ({ step, hash }) => {
    const [row] = await client.query(
      (sql) => sql`
        select platform.end_two_factor(${sessionId}, ${step}::bigint, ${hash}, ${requestId}) as done`,
    );
    return row?.done === true;
  });
}

/** The code is spent in the same statement as what it is for: neither happens without the other. */
async function spend(
  { userId, sessionId }: AccountHolder,
  typed: string,
  client: AppClient,
  work: (code: TypedCode) => Promise<boolean>,
): Promise<void> {
  const factor = await findSecondFactor(userId, client);
  if (!factor) throw new AppError('conflict', 'Two-factor is off.');
  const count = { userId, known: `session ${sessionId}` };
  await takeCodeAttempt(count, client);
  const code = readTypedCode({ userId, sealedSecret: factor.sealedSecret }, typed);
  if (!code || !(await work(code))) throw new InvalidInput({ code: [wrongCode] });
  await forgiveCodeAttempts(count, client);
}
