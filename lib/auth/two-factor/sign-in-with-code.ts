import { take, unlessTooMany } from '../abuse-limits';
import type { SignInPlace } from '../open-browser-session';
import { attemptAt, finishSignIn } from '../sign-in';
import type { Viewer } from '../viewer';
import { endPending, findPending } from './begin-pending';
import { findSecondFactor } from './find-second-factor';
import { passSecondFactor } from './pass-second-factor';
import { markOfPassword, type PendingSignIn } from './pending-sign-in';

/** Somebody is signed in, or has to begin again: too late, or too many codes were wrong. */
export type CodeOutcome =
  | { kind: 'signed-in'; viewer: Viewer }
  | { kind: 'over'; why: 'late' | 'tries' };

/**
 * The second step of signing in: a code, or a recovery code, for the sign-in that waits in this
 * browser.
 *
 * @throws InvalidInput at `code` for a wrong one; TooMany when the account's codes are closed.
 */
export async function signInWithCode(code: string, place: SignInPlace): Promise<CodeOutcome> {
  const { realm } = place;
  const pending = await findPending(realm);
  if (!pending) return over(place, 'late');
  if (!(await takeTry(pending))) return over(place, 'tries');
  const { userId, device, keep, by } = pending;
  const factor = await findSecondFactor(userId);
  const mark = factor && markOfPassword(userId, factor.passwordHash);
  if (!factor || mark !== pending.passwordMark) return over(place, 'late');
  const attempt = { ...(await attemptAt(place, factor.email)), device };
  await passSecondFactor({ userId, ...factor }, code, attempt);
  if (!(await isFirstUse(pending))) return over(place, 'late');
  const viewer = await finishSignIn(userId, { ...place, by }, keep, device !== null);
  await endPending(realm);
  return { kind: 'signed-in', viewer };
}

async function over({ realm }: SignInPlace, why: 'late' | 'tries'): Promise<CodeOutcome> {
  await endPending(realm);
  return { kind: 'over', why };
}

async function takeTry({ id }: PendingSignIn): Promise<boolean> {
  return unlessTooMany(() => take('code/sign-in', id));
}

/** One session for one password, whatever copies of the cookie there are. */
async function isFirstUse({ id }: PendingSignIn): Promise<boolean> {
  return unlessTooMany(() => take('code/sign-in-used', id));
}
