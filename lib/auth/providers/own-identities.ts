import { type AppClient, appClient } from '../../db/client';

/** An account elsewhere that a person signs in with. */
export interface OwnIdentity {
  id: string;
  /** `google`, `github`, or `oidc:` and the issuer. */
  provider: string;
  email: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  /** Without it the person could not sign in any more. */
  isOnlyWay: boolean;
}

/** The accounts elsewhere of whoever holds this live session of the root host, the oldest first. */
export async function listOwnIdentities(
  sessionId: string,
  client: AppClient = appClient(),
): Promise<OwnIdentity[]> {
  await client.verified();
  const rows = await client.query(
    (sql) => sql`select * from platform.list_own_identities(${sessionId})`,
  );
  return rows.map((row) => ({
    id: row.id,
    provider: row.provider,
    email: row.email,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    isOnlyWay: row.is_only_way,
  }));
}
