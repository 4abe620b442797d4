import { type AppClient, appClient } from '../../db/client';

/**
 * Says where a person begins when they sign in on a root host whose session names the tenant (S2.20).
 *
 * @param sessionId - a live session of the root host.
 * @param tenantId - a tenant of theirs; null for none.
 * @returns false for a tenant that is not theirs, and for a session that has ended.
 */
export async function beginAt(
  sessionId: string,
  tenantId: string | null,
  client: AppClient = appClient(),
): Promise<boolean> {
  await client.verified();
  const [row] = await client.query(
    (sql) => sql`select platform.begin_at(${sessionId}, ${tenantId}) as done`,
  );
  return row?.done ?? false;
}
