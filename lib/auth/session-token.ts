import { decodeProtectedHeader } from 'jose';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { type Realm, realmName, sessionKey } from './session-key';

/** What a cookie says: which session it names. Everything else is read from the session's row. */
export interface SessionClaims {
  /** The person's id. */
  sub: string;
  /** The session's id. */
  sid: string;
  /** End of validity, in seconds since 1970. */
  exp: number;
}

const claimsSchema = z.object({ sub: z.uuid(), sid: z.uuid(), exp: z.number() });
const longestToken = 4096;
const mostKept = 2000;

// Decryption costs more than the rest of a check. The row is asked for every time all the same.
const kept = new Map<string, SessionClaims>();

/** Makes the token that next-auth's own endpoints read too. */
export function makeSessionToken(
  realm: Realm,
  claims: { sub: string; sid: string },
  seconds: number,
): Promise<string> {
  return encode({ token: { ...claims }, secret: sessionKey(realm), maxAge: seconds });
}

/**
 * Reads a token of the realm.
 *
 * @returns its claims, or null for anything else: malformed, too long, of another realm, expired,
 *   made with another algorithm. Never throws for what a client sent.
 */
export async function readSessionToken(
  realm: Realm,
  token: string | undefined,
): Promise<SessionClaims | null> {
  if (!token || token.length > longestToken || !isCanonical(token)) return null;
  const key = `${realmName(realm)} ${token}`;
  const claims = kept.get(key) ?? (await decrypt(realm, token));
  if (!claims || claims.exp * 1000 <= Date.now()) return null;
  keep(key, claims);
  return claims;
}

async function decrypt(realm: Realm, token: string): Promise<SessionClaims | null> {
  try {
    // Before any key is used: the header is the client's, and some algorithms cost what it says.
    const { alg, enc, ...others } = decodeProtectedHeader(token);
    if (alg !== 'dir' || enc !== 'A256GCM' || Object.keys(others).length > 0) return null;
    const parsed = claimsSchema.safeParse(await decode({ token, secret: sessionKey(realm) }));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** One way to write each token: spare bits and spaces would make many of one. */
function isCanonical(token: string): boolean {
  return token
    .split('.')
    .every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);
}

/** The oldest use goes first. */
function keep(key: string, claims: SessionClaims): void {
  kept.delete(key);
  kept.set(key, claims);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value as string);
}
