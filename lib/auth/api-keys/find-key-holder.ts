import { type AppClient, appClient } from '../../db/client';
import { membershipOf } from '../membership-of';
import type { Realm } from '../session-key';
import { textsOf } from '../texts-of';
import type { Viewer } from '../viewer';
import { readApiKey } from './api-key-text';

/**
 * Finds out for whom a key of the API acts: its maker, with no more rights than the key's scopes
 * leave. The database is asked every time, so that revocation, expiry, removal and demotion hold from
 * the next request on.
 *
 * @returns null when the key is not one of this realm, or not any more; the root host has none.
 */
export async function findKeyHolder(
  realm: Realm,
  token: string,
  client: AppClient = appClient(),
): Promise<Viewer | null> {
  const hash = readApiKey(token);
  if (hash === null || realm === null) return null;
  await client.verified();
  const [row] = await client.query(
    (sql) => sql`select * from platform.check_api_key(${hash}, ${realm})`,
  );
  if (!row) return null;
  return {
    userId: row.user_id,
    name: row.name,
    email: row.email,
    sessionId: row.key_id,
    // Of the platform; no key reaches the root host.
    isSuperuser: false,
    membership: { ...membershipOf(row), scopes: textsOf(row.scopes) ?? [] },
    apiKey: { id: row.key_id, name: row.key_name, expiresAt: row.expires_at },
  };
}
