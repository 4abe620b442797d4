import { jwtVerify, SignJWT } from 'jose';
import { cookieOf, cookiePlaces, hmac } from '../edge-keys';
import { isTenantId } from '../tenant-key';

interface Secrets {
  authSecret: string;
  port: string;
}

const longest = 1024;

/** How long somebody who came by the link of a maintenance may look around, in seconds. */
export const bypassSeconds = 12 * 3600;

/**
 * Signs the token that opens a tenant during one maintenance and no other. The edge checks it
 * without asking anybody; the door asks whether that maintenance is still on.
 *
 * @param id - of the maintenance.
 */
export async function signBypass(id: string, { authSecret }: Secrets): Promise<string> {
  return new SignJWT({ mid: id })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(Math.floor(Date.now() / 1000) + bypassSeconds)
    .sign(await hmac(authSecret, 'maintenance'));
}

/** The id of the maintenance whose token comes with a request; null for none, or one that we have not signed. */
export async function readBypass(headers: Headers, secrets: Secrets): Promise<string | null> {
  if (!secrets.authSecret || !headers.get('cookie')?.includes('.bypass=')) return null;
  const names = (await cookiePlaces(secrets)).map((place) => `${place}.bypass`);
  const token = cookieOf(headers, names);
  if (!token || token.length > longest) return null;
  try {
    const key = await hmac(secrets.authSecret, 'maintenance');
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'] });
    return typeof payload.mid === 'string' && isTenantId(payload.mid) ? payload.mid : null;
  } catch {
    return null;
  }
}
