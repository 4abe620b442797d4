import { type AppClient, appClient } from '../../db/client';

/** The newest link of an account that waits for it; null where none does. */
export async function findWaitingLink(
  email: string,
  client: AppClient = appClient(),
): Promise<string | null> {
  await client.verified();
  const [row] = await client.query(
    (sql) => sql`select link from platform.find_pending_account(${email})`,
  );
  return row?.link ?? null;
}
