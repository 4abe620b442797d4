import { type AppClient, appClient } from '../../db/client';
import type { Joined } from './confirm-registration';

/**
 * Makes whoever holds the session a member of the tenant it is at, while that is open to everybody.
 *
 * @returns null for a session that has ended.
 */
export async function joinTenant(
  sessionId: string,
  requestId: string,
  client: AppClient = appClient(),
): Promise<Joined | null> {
  await client.verified();
  const [row] = await client.query(
    (sql) => sql`select platform.join_tenant(${sessionId}, ${requestId}) as joined`,
  );
  return row?.joined ?? null;
}
