import { env } from '../../env';
import type { Realm } from '../session-key';
import { makeApiToken } from './api-token';

/** What a program gets for its credentials, as OAuth calls it. */
export interface TokenPair {
  access: string;
  refresh: string;
  token_type: 'Bearer';
  /** Seconds until the access token ends. */
  expires_in: number;
}

/** Signs an access token and the refresh token that was written down for the session. */
export async function signPair(
  realm: Realm,
  session: { userId: string; sessionId: string; refreshId: string },
): Promise<TokenPair> {
  const { ACCESS_TOKEN_SECONDS, REFRESH_TOKEN_SECONDS } = env();
  const { userId, sessionId, refreshId: id } = session;
  const base = { realm, userId, sessionId };
  const [access, refresh] = await Promise.all([
    makeApiToken({ ...base, type: 'access', seconds: ACCESS_TOKEN_SECONDS }),
    makeApiToken({ ...base, type: 'refresh', seconds: REFRESH_TOKEN_SECONDS, id }),
  ]);
  return { access, refresh, token_type: 'Bearer', expires_in: ACCESS_TOKEN_SECONDS };
}
