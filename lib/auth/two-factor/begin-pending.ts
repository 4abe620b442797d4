import { cookies, headers } from 'next/headers';
import { cookieNames, cookieOptions } from '../session-cookie';
import type { Realm } from '../session-key';
import type { SecondFactor } from './find-second-factor';
import {
  markOfPassword,
  type PendingSignIn,
  pendingSeconds,
  readPending,
  sealPending,
} from './pending-sign-in';

/** Notes in the browser that the password was right, until the code comes. */
export async function beginPending(
  begun: Pick<PendingSignIn, 'userId' | 'keep' | 'device' | 'by'> & { factor: SecondFactor },
  realm: Realm,
): Promise<void> {
  const { factor, ...pending } = begun;
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const names = cookieNames(sent, realm);
  const passwordMark = markOfPassword(begun.userId, factor.passwordHash);
  const sealed = sealPending(realm, { ...pending, passwordMark });
  jar.set(names.pending, sealed, { ...cookieOptions(names), maxAge: pendingSeconds });
}

/** The sign-in that waits for a code in the browser at hand; null without one. */
export async function findPending(realm: Realm): Promise<PendingSignIn | null> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  return readPending(realm, jar.get(cookieNames(sent, realm).pending)?.value);
}

/** Takes it away. A copy of the cookie is nothing once its code was accepted. */
export async function endPending(realm: Realm): Promise<void> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const names = cookieNames(sent, realm);
  jar.set(names.pending, '', { ...cookieOptions(names), maxAge: 0 });
}
