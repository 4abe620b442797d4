import { randomUUID } from 'node:crypto';
import { type AppClient, appClient } from '../../db/client';
import { env } from '../../env';
import { AppError } from '../../errors';
import type { Realm } from '../session-key';
import { requireCode } from '../two-factor/require-code';
import { verifyCredentials, wrongCredentials } from '../verify-credentials';
import { signPair, type TokenPair } from './token-pair';

/** Who asks for tokens, and from where. */
export interface TokenRequest {
  email: string;
  password: string;
  /** Of the app, or a recovery code; for accounts with two-factor. */
  code?: string;
  realm: Realm;
  address: string;
  userAgent: string;
  requestId: string;
}

/**
 * Gives a pair of tokens for an email and a password, and for a code where two-factor is on.
 *
 * @throws AppError not_signed_in in the same words for a wrong password, an unknown email and who
 *   is no member here (on the root host: no superuser); CodeRequired and InvalidInput after the right
 *   password; TooMany after too many attempts.
 */
export async function issueTokens(
  request: TokenRequest,
  client: AppClient = appClient(),
): Promise<TokenPair> {
  const { realm, address, userAgent, requestId } = request;
  const { email, password, code } = request;
  const attempt = { realm, address, userAgent, requestId };
  const user = await verifyCredentials(email, password, attempt, client);
  await requireCode(user, code, attempt, client);
  const refreshId = randomUUID();
  const [row] = await client.query(
    (sql) => sql`
      select platform.open_api_session(${user.id}, ${realm}, ${refreshId},
        ${env().REFRESH_TOKEN_SECONDS}::int, ${userAgent}, ${address}, ${requestId}) as id`,
  );
  if (!row?.id) throw new AppError('not_signed_in', wrongCredentials);
  return signPair(realm, { userId: user.id, sessionId: row.id, refreshId });
}
