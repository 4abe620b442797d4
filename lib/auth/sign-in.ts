import { cookies, headers } from 'next/headers';
import { sessionsNameTenants } from '../tenancy/tenant-address';
import { clientAddress } from './client-address';
import { findDevice, rememberDevice } from './device-cookie';
import { endBrowser } from './end-session';
import { openBrowserSession, type SignInPlace } from './open-browser-session';
import { cookieNames, cookieOptions } from './session-cookie';
import type { Realm } from './session-key';
import { beginPending } from './two-factor/begin-pending';
import { findSecondFactor } from './two-factor/find-second-factor';
import { type Attempt, normalEmail, verifyCredentials } from './verify-credentials';
import type { Viewer } from './viewer';

export interface SignIn {
  email: string;
  password: string;
  /** Whether the cookie outlives the browser. */
  keep: boolean;
}

/** Somebody is signed in, or the page /login/code asks for the second step. */
export type SignInOutcome = { kind: 'signed-in'; viewer: Viewer } | { kind: 'needs-code' };

/**
 * Signs in to the host at hand. Where the account has two-factor on, a right password opens nothing
 * yet: it gives a cookie for five minutes with which a code is asked for.
 *
 * @throws AppError not_signed_in for wrong credentials; TooMany after too many.
 */
export async function signIn(given: SignIn, place: SignInPlace): Promise<SignInOutcome> {
  const attempt = await attemptAt(place, given.email);
  const user = await verifyCredentials(given.email, given.password, attempt);
  const { device = null } = attempt;
  const factor = await findSecondFactor(user.id);
  if (factor) {
    await beginPending({ userId: user.id, factor, keep: given.keep, device }, place.realm);
    return { kind: 'needs-code' };
  }
  return {
    kind: 'signed-in',
    viewer: await finishSignIn(user.id, place, given.keep, device !== null),
  };
}

/**
 * The last step of every way of signing in with a browser: the sessions, and the browser noted.
 *
 * @param isKnown - whether the account knew the browser before; looked up where nobody asked yet.
 */
export async function finishSignIn(
  userId: string,
  place: SignInPlace,
  keep: boolean,
  isKnown?: boolean,
): Promise<Viewer> {
  const { realm, requestId } = place;
  const viewer = await openBrowserSession(userId, place, keep);
  const { sessionId: id, email } = viewer;
  const knew = isKnown ?? (await findDevice(realm, email)) !== null;
  await rememberDevice({ id, email, realm, requestId }, knew);
  return viewer;
}

/** An attempt of the browser at hand, as limits count it. */
export async function attemptAt(
  { realm, requestId }: Pick<SignInPlace, 'realm' | 'requestId'>,
  email: string,
): Promise<Attempt> {
  const sent = await headers();
  const device = await findDevice(realm, normalEmail(email));
  const userAgent = sent.get('user-agent') ?? '';
  return { realm, address: clientAddress(sent), device, userAgent, requestId };
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
  // Where the root host's cookie names the tenant it goes, too: else the host would stay the tenant's.
  const realms = sessionsNameTenants() ? [realm, null] : [realm];
  for (const names of realms.map((one) => cookieNames(sent, one))) {
    for (const name of [names.session, names.here]) {
      jar.set(name, '', { ...cookieOptions(names), maxAge: 0 });
    }
  }
}
