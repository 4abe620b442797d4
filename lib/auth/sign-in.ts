import { cookies, headers } from 'next/headers';
import { env } from '../env';
import { AppError } from '../errors';
import { findViewer } from './check-session';
import { clientAddress } from './client-address';
import { endSession } from './end-session';
import { openSession } from './open-session';
import { cookieNames, cookieOptions } from './session-cookie';
import type { Realm } from './session-key';
import { makeSessionToken } from './session-token';
import { verifyCredentials } from './verify-credentials';
import type { Viewer } from './viewer';

/** Without "keep me signed in" the browser forgets its cookie when it ends; some never end. */
export const shortSessionSeconds = 12 * 60 * 60;

export interface SignIn {
  email: string;
  password: string;
  /** Whether the cookie outlives the browser. */
  keep: boolean;
}

/** Where somebody signs in, and who was signed in there before. */
export interface SignInPlace {
  realm: Realm;
  viewer: Viewer | null;
  requestId: string;
}

/**
 * Signs in to the host at hand: a new session row, and the cookie that names it. It is the cookie
 * next-auth's endpoints read and write as well.
 *
 * @returns who it is now.
 * @throws AppError not_signed_in for wrong credentials; TooMany after too many.
 */
export async function signIn(given: SignIn, place: SignInPlace): Promise<Viewer | null> {
  const { realm, viewer, requestId } = place;
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const address = clientAddress(sent);
  const user = await verifyCredentials(given.email, given.password, { realm, address });
  const seconds = given.keep ? env().SESSION_SECONDS : shortSessionSeconds;
  const userAgent = sent.get('user-agent') ?? '';
  const session = { userId: user.id, realm, seconds, userAgent, address, requestId };
  const sid = await openSession({ ...session, kind: 'browser' });
  if (!sid) throw new AppError('not_signed_in', 'You cannot sign in here at the moment.');
  // The new cookie takes the place of the old one, which nobody could end any more.
  if (viewer) await endSession(viewer.sessionId, requestId);
  const names = cookieNames(sent, realm);
  const token = await makeSessionToken(realm, { sub: user.id, sid }, seconds);
  const life = given.keep ? { maxAge: seconds } : {};
  jar.set(names.session, token, { ...cookieOptions(names), ...life });
  return findViewer(sid, realm);
}

/** Ends the session at hand, and takes its cookie away. A copy of the cookie is nothing from now on. */
export async function signOut(
  viewer: Viewer | null,
  { realm, requestId }: { realm: Realm; requestId: string },
): Promise<void> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  if (viewer) await endSession(viewer.sessionId, requestId);
  const names = cookieNames(sent, realm);
  jar.set(names.session, '', { ...cookieOptions(names), maxAge: 0 });
}
