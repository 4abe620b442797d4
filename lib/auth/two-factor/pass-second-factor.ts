import { type AppClient, appClient } from '../../db/client';
import { InvalidInput } from '../../errors';
import { lockOut } from '../lock-out';
import type { Attempt } from '../verify-credentials';
import { forgiveCodeAttempts, takeCodeAttempt } from './code-limits';
import { readTypedCode } from './typed-code';

/** The same whatever was wrong with it: a used code tells nobody that it was once right. */
export const wrongCode =
  'That code is not right. Each is good once: use the one your app shows now, or a recovery code.';

/** Whose code it is to be. */
export interface CodeAsked {
  userId: string;
  email: string;
  sealedSecret: string;
}

/**
 * Spends a code of the app or a recovery code for signing in. Whoever calls it has checked the
 * password.
 *
 * @throws InvalidInput at `code` for one that is wrong, or was used before; TooMany after too many.
 */
export async function passSecondFactor(
  asked: CodeAsked,
  typed: string,
  attempt: Attempt,
  client: AppClient = appClient(),
): Promise<void> {
  const { userId, email } = asked;
  const { realm, address, userAgent = '', requestId = '' } = attempt;
  const count = { userId, known: attempt.device ?? null };
  const left = await takeCodeAttempt(count, client);
  const code = readTypedCode(asked, typed);
  const [row] = code
    ? await client.query(
        (sql) => sql`
          select platform.pass_second_factor(${userId}, ${realm}, ${code.step}::bigint,
            ${code.hash}, ${userAgent}, ${address}, ${requestId}) as spent`,
      )
    : [];
  if (row?.spent) return forgiveCodeAttempts(count, client);
  if (left === 0) await lockOut({ email, attempt, limit: 'code/account' }, client);
  throw new InvalidInput({ code: [wrongCode] });
}
