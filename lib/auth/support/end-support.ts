import { type AppClient, appClient } from '../../db/client';

/**
 * Ends an access of support at once, on every host.
 *
 * @param sessionId - the superuser's own on the root host, or the one that acts.
 * @param supportId - which; null where the session is the one that acts.
 * @returns false where there is nothing (any more) that this session could end.
 */
export async function endSupport(
  sessionId: string,
  supportId: string | null,
  requestId: string,
  client: AppClient = appClient(),
): Promise<boolean> {
  await client.verified();
  const [row] = await client.query(
    (sql) => sql`select platform.end_support(${sessionId}, ${supportId}, ${requestId}) as ended`,
  );
  return row?.ended === true;
}
