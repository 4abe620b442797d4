import { type AppClient, appClient } from '../db/client';
import type { Realm } from './session-key';

export interface NewSession {
  userId: string;
  /** Where it is good: a tenant, or null for the root host. */
  realm: Realm;
  kind: 'browser' | 'api';
  seconds: number;
  /** As the account page shows it. */
  userAgent: string;
  address: string;
  requestId: string;
}

/**
 * Opens a session, and records that it was.
 *
 * @returns its id, or null when the person may not sign in (any more) or the tenant does not serve.
 */
export async function openSession(
  session: NewSession,
  client: AppClient = appClient(),
): Promise<string | null> {
  const { userId, realm, kind, seconds, userAgent, address, requestId } = session;
  await client.verified();
  const [row] = await client.query(
    (sql) => sql`
      select platform.open_session(${userId}, ${realm}, ${kind}, ${seconds}::int, ${userAgent},
        ${address}, ${requestId}) as id`,
  );
  return row?.id ?? null;
}
