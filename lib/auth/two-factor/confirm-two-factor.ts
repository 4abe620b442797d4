import { type AppClient, appClient } from '../../db/client';
import { AppError, InvalidInput } from '../../errors';
import { forgiveCodeAttempts, takeCodeAttempt } from './code-limits';
import { readTwoFactor } from './read-two-factor';
import { makeRecoveryCodes, recoveryHashes } from './recovery-codes';
import { readTypedCode } from './typed-code';

/** Somebody at the root host, as security settings know them. */
export interface AccountHolder {
  userId: string;
  sessionId: string;
  requestId: string;
}

/**
 * Turns two-factor on: the code shows that the app has the secret.
 *
 * @returns the recovery codes, which stand here once and nowhere else.
 * @throws InvalidInput at `code` for a wrong one; AppError conflict where nothing was begun, or too
 *   long ago; TooMany.
 */
export async function confirmTwoFactor(
  { userId, sessionId, requestId }: AccountHolder,
  typed: string,
  client: AppClient = appClient(),
): Promise<string[]> {
  const { pendingSecret } = await readTwoFactor(sessionId, client);
  if (!pendingSecret) throw tooLate();
  const count = { userId, known: `session ${sessionId}` };
  await takeCodeAttempt(count, client);
  const code = readTypedCode({ userId, sealedSecret: pendingSecret }, typed);
  if (code?.step == null) {
    const words =
      'That is not the code your app shows now. Check the key, and the clock of your phone.';
    throw new InvalidInput({ code: [words] });
  }
  const codes = makeRecoveryCodes();
  const hashes = recoveryHashes(userId, codes);
  const [row] = await client.query(
    (sql) => sql`
      select platform.confirm_two_factor(${sessionId}, ${pendingSecret}, ${code.step}::bigint,
        ${hashes}, ${requestId}) as confirmed`,
  );
  if (!row?.confirmed) throw tooLate();
  await forgiveCodeAttempts(count, client);
  return codes;
}

function tooLate(): AppError {
  return new AppError('conflict', 'This set-up is over. Begin it again.');
}
