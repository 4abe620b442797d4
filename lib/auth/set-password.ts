import { type AppClient, appClient } from '../db/client';
import { hashPassword } from './hash-password';
import { sessionEnded } from './session-ended';

/**
 * Sets the password of whoever holds a live session of the root host. That session goes on; every
 * other one and every token ends, mailed links are void, and the person is told by mail. Whoever
 * calls it has asked for the present password, or has another proof.
 *
 * @param password - one that passwordFault has nothing against.
 * @throws AppError not_signed_in when the session has ended.
 */
export async function setPassword(
  sessionId: string,
  password: string,
  requestId: string,
  client: AppClient = appClient(),
): Promise<void> {
  const hash = await hashPassword(password);
  const [row] = await client.query(
    (sql) => sql`select platform.change_password(${sessionId}, ${hash}, ${requestId}) as done`,
  );
  if (!row?.done) throw sessionEnded();
}
