import { randomUUID } from 'node:crypto';
import { type AppClient, appClient } from '../../db/client';
import { env } from '../../env';
import { AppError } from '../../errors';
import { endSession } from '../end-session';
import type { Realm } from '../session-key';
import { readApiToken, type TokenClaims } from './api-token';
import { findBearer } from './find-bearer';
import { signPair, type TokenPair } from './token-pair';

const notValid = 'This token is not valid, or not any more. Get a new one with your password.';

/**
 * Spends a refresh token for a new pair. Each is good for one use: a second one means that two
 * hold it, and ends the whole family (S1.4).
 *
 * @throws AppError not_signed_in, in the same words whatever is wrong with it.
 */
export async function refreshTokens(
  realm: Realm,
  token: string,
  requestId: string,
  client: AppClient = appClient(),
): Promise<TokenPair> {
  const bearer = await findBearer(realm, token, 'refresh', client);
  if (!bearer) throw new AppError('not_signed_in', notValid);
  const { sid, jti, user_id: userId } = bearer.claims;
  const next = randomUUID();
  const [row] = await client.query(
    (sql) => sql`
      select platform.rotate_refresh_token(${sid}, ${realm}, ${jti}, ${next},
        ${env().REFRESH_TOKEN_SECONDS}::int, ${requestId}) as outcome`,
  );
  if (row?.outcome !== 'rotated') throw new AppError('not_signed_in', notValid);
  return signPair(realm, { userId, sessionId: sid, refreshId: next });
}

/**
 * Says what a token is, when it is still good.
 *
 * @throws AppError not_signed_in for one that is not.
 */
export async function verifyToken(
  realm: Realm,
  token: string,
  client: AppClient = appClient(),
): Promise<TokenClaims> {
  const bearer = await findBearer(realm, token, undefined, client);
  if (!bearer || !(await isUnspent(bearer.claims, client))) {
    throw new AppError('not_signed_in', notValid);
  }
  return bearer.claims;
}

/** Ends the family a token belongs to. What is no token of this realm is ignored, and not told. */
export async function revokeToken(
  realm: Realm,
  token: string,
  requestId: string,
  client: AppClient = appClient(),
): Promise<void> {
  const claims = await readApiToken(realm, token);
  if (claims) await endSession(claims.sid, requestId, client);
}

async function isUnspent(claims: TokenClaims, client: AppClient): Promise<boolean> {
  if (claims.token_type === 'access') return true;
  const [row] = await client.query(
    (sql) => sql`select platform.has_refresh_token(${claims.sid}, ${claims.jti}) as has`,
  );
  return row?.has === true;
}
