import { decodeJwt, jwtDecrypt, jwtVerify } from 'jose';
import { cookieOf, cookiePlaces, hex, hmac } from '../edge-keys';
import type { ResolverConfig } from './resolver-config';

type Secrets = Pick<ResolverConfig, 'authSecret' | 'port'>;
type Claims = Record<string, unknown>;

const longest = 4096;
const text = new TextEncoder();

/**
 * The claims of the root host's session cookie. lib/auth makes the cookie with Node's own means,
 * which the edge has not; a test holds the two together.
 *
 * @returns null without a cookie that this installation has signed.
 */
export async function cookieClaims(headers: Headers, secrets: Secrets): Promise<Claims | null> {
  if (!secrets.authSecret || !headers.has('cookie')) return null;
  const names = (await cookiePlaces(secrets)).map((place) => `${place}.session`);
  const token = cookieOf(headers, names);
  if (!token || token.length > longest) return null;
  try {
    const key = await cookieKey(hex(await hmac(secrets.authSecret, 'session:platform')));
    const options = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] };
    return (await jwtDecrypt(token, key, options)).payload;
  } catch {
    return null;
  }
}

/** The claims of an access token in the Authorization header, or null for anything else. */
export async function bearerClaims(headers: Headers, secrets: Secrets): Promise<Claims | null> {
  const [, token] = /^bearer ([\w.-]+)$/i.exec(headers.get('authorization') ?? '') ?? [];
  if (!secrets.authSecret || !token || token.length > longest) return null;
  try {
    const { tid } = decodeJwt(token);
    if (typeof tid !== 'string') return null;
    const key = await hmac(secrets.authSecret, `token:${tid}`);
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'] });
    return payload.token_type === 'access' ? payload : null;
  } catch {
    return null;
  }
}

/** What next-auth makes of a secret before it encrypts with it: HKDF (RFC 5869), without salt. */
async function cookieKey(secret: string): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', text.encode(secret), 'HKDF', false, [
    'deriveBits',
  ]);
  const info = text.encode('NextAuth.js Generated Encryption Key');
  const salt = new Uint8Array();
  const way = { name: 'HKDF', hash: 'SHA-256', salt, info };
  return new Uint8Array(await crypto.subtle.deriveBits(way, key, 256));
}
