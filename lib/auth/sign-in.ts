import { cookies, headers } from 'next/headers';
import { clientAddress } from './client-address';
import { endBrowser } from './end-session';
import { openBrowserSession, type SignInPlace } from './open-browser-session';
import { cookieNames, cookieOptions } from './session-cookie';
import type { Realm } from './session-key';
import { verifyCredentials } from './verify-credentials';
import type { Viewer } from './viewer';

export interface SignIn {
  email: string;
  password: string;
  /** Whether the cookie outlives the browser. */
  keep: boolean;
}

/**
 * Signs in to the host at hand: new sessions, and the cookie that names this host's. It is the cookie
 * next-auth's endpoints read and write as well.
 *
 * @returns who it is now.
 * @throws AppError not_signed_in for wrong credentials; TooMany after too many.
 */
export async function signIn(given: SignIn, place: SignInPlace): Promise<Viewer | null> {
  const { realm } = place;
  const address = clientAddress(await headers());
  const user = await verifyCredentials(given.email, given.password, { realm, address });
  return openBrowserSession(user.id, place, given.keep);
}

/**
 * Signs this browser out, on every host where it came in with the session at hand, and takes the
 * cookie away. A copy of any of its cookies is nothing from now on.
 */
export async function signOut(
  viewer: Viewer | null,
  { realm, requestId }: { realm: Realm; requestId: string },
): Promise<void> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  if (viewer) await endBrowser(viewer.sessionId, requestId);
  const names = cookieNames(sent, realm);
  jar.set(names.session, '', { ...cookieOptions(names), maxAge: 0 });
}
