import { randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { derived } from '../auth-secret';
import { type Realm, realmName } from '../session-key';

/** An access token opens the API, a refresh token gives the next pair. */
export type TokenType = 'access' | 'refresh';

/** What a token says (S1.4). The session's row decides everything else. */
export interface TokenClaims {
  token_type: TokenType;
  /** End of validity and time of issue, in seconds since 1970. */
  exp: number;
  iat: number;
  /** The token's own id. */
  jti: string;
  user_id: string;
  /** The tenant it is good for, or 'platform' (N17). */
  tid: string;
  /** The session it belongs to. */
  sid: string;
}

const seconds = z.number().int().nonnegative();
const claimsSchema = z.object({
  token_type: z.enum(['access', 'refresh']),
  exp: seconds,
  iat: seconds,
  jti: z.uuid(),
  user_id: z.uuid(),
  tid: z.string(),
  sid: z.uuid(),
});

const longestToken = 2048;
/** Clocks of two servers are not quite alike. */
const clockSkewSeconds = 5;

export interface NewToken {
  realm: Realm;
  type: TokenType;
  userId: string;
  sessionId: string;
  seconds: number;
  /** Made up unless given: refresh tokens are remembered by it. */
  id?: string;
}

/** Makes a signed token that is good for one realm. */
export function makeApiToken(token: NewToken): Promise<string> {
  const { realm, type, userId, sessionId, id = randomUUID() } = token;
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ token_type: type, user_id: userId, tid: realmName(realm), sid: sessionId })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt(now)
    .setExpirationTime(now + token.seconds)
    .setJti(id)
    .sign(tokenKey(realm));
}

/**
 * Reads a token of the realm.
 *
 * @returns its claims, or null for anything else: malformed, signed otherwise, of another realm or
 *   type, expired, from the future. Never throws for what a client sent.
 */
export async function readApiToken(
  realm: Realm,
  token: string,
  type?: TokenType,
): Promise<TokenClaims | null> {
  if (token.length > longestToken) return null;
  try {
    // The one algorithm: what the token's header says must not choose how it is checked.
    const { payload } = await jwtVerify(token, tokenKey(realm), { algorithms: ['HS256'] });
    const claims = claimsSchema.parse(payload);
    const isEarly = claims.iat > Date.now() / 1000 + clockSkewSeconds;
    if (isEarly || claims.tid !== realmName(realm)) return null;
    return type === undefined || claims.token_type === type ? claims : null;
  } catch {
    return null;
  }
}

/** A key of its own for each realm, so that a token of one is noise to every other. */
function tokenKey(realm: Realm): Uint8Array {
  return derived(`token:${realmName(realm)}`);
}
