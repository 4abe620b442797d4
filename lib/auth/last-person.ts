import { cookies, headers } from 'next/headers';
import { cookieNames } from './session-cookie';
import type { Realm } from './session-key';
import { readSessionToken } from './session-token';

/**
 * Whose cookie a browser still shows, though the session has ended: for closing what is left of it.
 * It gives no right to anything.
 *
 * @returns the person's id; null for a cookie that this installation did not make for the realm.
 */
export async function lastPerson(realm: Realm): Promise<string | null> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const claims = await readSessionToken(realm, jar.get(cookieNames(sent, realm).session)?.value);
  return claims?.sub ?? null;
}
