import { AppError, InvalidInput } from '../errors';
import type { Realm } from './session-key';
import { attemptAt } from './sign-in';
import { verifyCredentials } from './verify-credentials';
import type { Viewer } from './viewer';

/**
 * Asks somebody who is signed in for their password again, before something that a session left open
 * must not be enough for. Counted as sign-ins are.
 *
 * @throws InvalidInput (`password`) for a wrong one; TooMany.
 */
export async function confirmPassword(
  { email }: Viewer,
  password: string,
  realm: Realm,
  requestId = '',
): Promise<void> {
  try {
    const attempt = await attemptAt({ realm, requestId }, email);
    await verifyCredentials(email, password, attempt);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_signed_in') throw error;
    throw new InvalidInput({ password: ['This is not your password.'] });
  }
}
