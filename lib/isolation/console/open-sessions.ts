import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';

/** Sessions by what they are: the one that opens the console, and those that must not. */
export interface WalkSessions {
  live: string;
  /** Bound as they are; '' binds nothing. */
  dead: Record<string, string>;
  superuserId: string;
  /** Another superuser, whose session lives too. */
  otherSuperuserId: string;
}

/**
 * Opens a session of every kind.
 *
 * @param sql - signed in as superuser of the database.
 * @param tenantId - on whose host one of them is.
 */
export async function openSessions(sql: Sql, tenantId: string): Promise<WalkSessions> {
  const person = async (name: string, isSuperuser: boolean, isActive = true) => {
    const [row] = await sql`
      insert into platform.users (email, name, is_superuser, is_active)
      values (${`${name}-${randomUUID()}@walk.test`}, ${name}, ${isSuperuser}, ${isActive})
      returning id`;
    return String(row?.id);
  };
  const open = async (user_id: string, changed: Record<string, unknown> = {}) => {
    const expires_at = new Date(Date.now() + 3_600_000).toISOString();
    const row = { user_id, expires_at, ...changed };
    const [made] = await sql`insert into platform.sessions ${sql(row)} returning id`;
    return String(made?.id);
  };
  const past = new Date(Date.now() - 1000).toISOString();
  const root = await person('root', true);
  const other = await person('other', true);
  await open(other);
  const [owner] = await sql`select owner_id from platform.tenants where id = ${tenantId}`;
  return {
    superuserId: root,
    otherSuperuserId: other,
    live: await open(root),
    dead: {
      'no session': '',
      'a session nobody has': randomUUID(),
      'a session of a tenant’s owner': await open(String(owner?.owner_id)),
      'the superuser’s session on a tenant’s host': await open(root, { tenant_id: tenantId }),
      'the superuser’s ended session': await open(root, { revoked_at: past }),
      'the superuser’s expired session': await open(root, { expires_at: past }),
      'the superuser’s session of a program at a tenant': await open(root, {
        kind: 'api',
        tenant_id: tenantId,
      }),
      'the session of a superuser of before': await open(await person('former', false)),
      'the session of a deactivated superuser': await open(await person('gone', true, false)),
    },
  };
}
