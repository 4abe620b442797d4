import { AppError, InvalidInput } from '../errors';
import type { SignInPlace } from './open-browser-session';
import { attemptAt } from './sign-in';
import { verifyCredentials } from './verify-credentials';
import type { Viewer } from './viewer';

const words = {
  password: 'This is not your password.',
  current: 'This is not your present password.',
};

/**
 * Asks somebody who is signed in for their password again, before something that a session left open
 * must not be enough for. Counted as sign-ins are.
 *
 * @param field - where it was typed: `current` beside a new one.
 * @throws InvalidInput at that field for a wrong one; TooMany.
 */
export async function confirmPassword(
  { email }: Pick<Viewer, 'email'>,
  password: string,
  place: Pick<SignInPlace, 'realm' | 'requestId'>,
  field: keyof typeof words = 'password',
): Promise<void> {
  try {
    await verifyCredentials(email, password, await attemptAt(place, email));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_signed_in') throw error;
    throw new InvalidInput({ [field]: [words[field]] });
  }
}
