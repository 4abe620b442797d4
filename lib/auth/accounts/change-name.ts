import { type AppClient, appClient } from '../../db/client';
import { sessionEnded } from '../session-ended';

/**
 * Changes what whoever holds a live session of the root host is called, at all their tenants.
 *
 * @throws AppError not_signed_in when the session has ended.
 */
export async function changeName(
  sessionId: string,
  name: string,
  requestId: string,
  client: AppClient = appClient(),
): Promise<void> {
  await client.verified();
  const [row] = await client.query(
    (sql) => sql`select platform.change_name(${sessionId}, ${name}, ${requestId}) as done`,
  );
  if (!row?.done) throw sessionEnded();
}
