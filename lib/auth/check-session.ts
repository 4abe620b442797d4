import { type AppClient, appClient } from '../db/client';
import { membershipOf } from './membership-of';
import type { Realm } from './session-key';
import { supportAccess } from './support/support-access';
import type { Viewer } from './viewer';

/** A viewer, and what only the session itself says. */
export interface SessionViewer extends Viewer {
  /** How it was opened: in a browser, or by a program. */
  kind: 'browser' | 'api';
  expiresAt: Date;
}

/**
 * Asks the database who a session is. One row tells it all, so that sign-out, demotion, removal and
 * deactivation hold from the next request on (S1.3, C16).
 *
 * @param realm - the tenant of the host at hand; null on the root host. A session belongs to one.
 * @returns null when the session has ended, or is not of this realm.
 */
export async function findViewer(
  sessionId: string,
  realm: Realm,
  client: AppClient = appClient(),
): Promise<SessionViewer | null> {
  await client.verified();
  const [row] = await client.query(
    (sql) => sql`select * from platform.check_session(${sessionId}, ${realm})`,
  );
  if (!row) return null;
  const support = supportAccess(row.support);
  return {
    userId: row.user_id,
    name: row.name,
    email: row.email,
    sessionId,
    isSuperuser: row.is_superuser,
    kind: row.kind,
    expiresAt: row.expires_at,
    support,
    membership: row.membership_id === null ? null : { ...membershipOf(row), support },
  };
}
