import { cookies, headers } from 'next/headers';
import { knowsDevice, noteDevice } from './known-device';
import { isSecret, newSecret, secretHash } from './secret';
import { cookieNames, cookieOptions, deviceCookie } from './session-cookie';
import type { Realm } from './session-key';

/** As long as browsers keep any cookie. */
const deviceSeconds = 400 * 24 * 60 * 60;

/**
 * The hash of what this browser holds for an account, where it has signed in with it before: failures
 * from elsewhere then do not lock it out.
 *
 * @param email - as it was typed, in normal form.
 * @returns null for a browser that the account does not know.
 */
export async function findDevice(realm: Realm, email: string): Promise<string | null> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const token = jar.get(deviceCookie(cookieNames(sent, realm), email))?.value;
  if (!isSecret(token)) return null;
  const device = secretHash(token);
  return (await knowsDevice(email, device)) ? device : null;
}

/**
 * Notes the browser of a session that was just opened, so that it is known from now on. The first
 * time, where the account has been used elsewhere before, the person is told by mail. A cookie of a
 * browser that is not known is never taken over: somebody else may have put it there.
 *
 * @param known - whether the browser was known when the password was checked.
 */
export async function rememberDevice(
  session: { id: string; email: string; realm: Realm; requestId: string },
  known: boolean,
): Promise<void> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const names = cookieNames(sent, session.realm);
  const name = deviceCookie(names, session.email);
  const held = known ? jar.get(name)?.value : undefined;
  const token = held ?? newSecret();
  await noteDevice(session.id, secretHash(token), session.requestId);
  jar.set(name, token, { ...cookieOptions(names), maxAge: deviceSeconds });
}
