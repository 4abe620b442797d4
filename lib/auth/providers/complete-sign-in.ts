import { findDevice } from '../device-cookie';
import type { SignInPlace } from '../open-browser-session';
import { finishSignIn, type SignInOutcome } from '../sign-in';
import { beginPending } from '../two-factor/begin-pending';
import { findSecondFactor } from '../two-factor/find-second-factor';

/**
 * The last step for somebody whose account elsewhere has said who they are: their session on the root
 * host, or the second step where they have one: a provider stands in for the password alone.
 *
 * @throws AppError not_signed_in for who may not sign in.
 */
export async function completeSignIn(
  userId: string,
  place: Omit<SignInPlace, 'realm'>,
): Promise<SignInOutcome> {
  const factor = await findSecondFactor(userId);
  if (factor) {
    const device = await findDevice(null, factor.email);
    await beginPending({ userId, factor, keep: true, device, by: place.by }, null);
    return { kind: 'needs-code' };
  }
  const viewer = await finishSignIn(userId, { ...place, realm: null }, true);
  return { kind: 'signed-in', viewer };
}
