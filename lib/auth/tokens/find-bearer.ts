import { type AppClient, appClient } from '../../db/client';
import { findViewer, type SessionViewer } from '../check-session';
import type { Realm } from '../session-key';
import { readApiToken, type TokenClaims, type TokenType } from './api-token';

/** Somebody who holds a token, and what the token says. */
export interface Bearer {
  viewer: SessionViewer;
  claims: TokenClaims;
}

/**
 * Finds out whose a token is. The session's row is asked every time, so that revocation, removal
 * and demotion hold from the next request on.
 *
 * @returns null when the token is not one of this realm, or its holder has no business here any more.
 */
export async function findBearer(
  realm: Realm,
  token: string,
  type?: TokenType,
  client: AppClient = appClient(),
): Promise<Bearer | null> {
  const claims = await readApiToken(realm, token, type);
  if (!claims) return null;
  const viewer = await findViewer(claims.sid, realm, client);
  if (viewer?.kind !== 'api' || viewer.userId !== claims.user_id) return null;
  const belongs = realm === null ? viewer.isSuperuser : viewer.membership !== null;
  return belongs ? { viewer, claims } : null;
}
