import { randomUUID } from 'node:crypto';
import { type AppClient, appClient } from '../../db/client';
import { env } from '../../env';
import { AppError } from '../../errors';
import type { Realm } from '../session-key';
import { verifyCredentials, wrongCredentials } from '../verify-credentials';
import { signPair, type TokenPair } from './token-pair';

/** Who asks for tokens, and from where. */
export interface TokenRequest {
  email: string;
  password: string;
  realm: Realm;
  address: string;
  userAgent: string;
  requestId: string;
}

/**
 * Gives a pair of tokens for an email and a password.
 *
 * @throws AppError not_signed_in in the same words for a wrong password, an unknown email and who
 *   is no member here (on the root host: no superuser); TooMany after too many attempts.
 */
export async function issueTokens(
  request: TokenRequest,
  client: AppClient = appClient(),
): Promise<TokenPair> {
  const { realm, address, userAgent, requestId } = request;
  const { email, password } = request;
  const user = await verifyCredentials(email, password, { realm, address }, client);
  const refreshId = randomUUID();
  const [row] = await client.query(
    (sql) => sql`
      select platform.open_api_session(${user.id}, ${realm}, ${refreshId},
        ${env().REFRESH_TOKEN_SECONDS}::int, ${userAgent}, ${address}, ${requestId}) as id`,
  );
  if (!row?.id) throw new AppError('not_signed_in', wrongCredentials);
  return signPair(realm, { userId: user.id, sessionId: row.id, refreshId });
}
