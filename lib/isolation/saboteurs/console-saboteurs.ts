import { walkConsole } from '../console/console-walk';
import { connect } from '../world/scratch-server';
import type { Saboteur } from './saboteur';

/** Changes what proves the right of the console in a copy, then walks it. */
function consoleSaboteur(did: string, statement: string, tells: RegExp): Saboteur {
  return {
    did,
    walk: 'console',
    tells,
    async run({ tenants, copyDatabase }) {
      const database = await copyDatabase(`sabotage_${did.replaceAll(/[^a-z]+/g, '_')}`);
      const sql = connect(database.ownerUrl);
      await sql.unsafe(statement);
      await sql.end({ timeout: 2 });
      return walkConsole(database, tenants);
    },
  };
}

const isConsole = (body: string) => `
  create or replace function platform.is_console() returns boolean
  language sql stable security definer set search_path = platform, pg_temp as $$ ${body} $$`;

/** Any live session of a superuser, whatever its host. */
const anyHost = `
  select exists (select from sessions s join users u on u.id = s.user_id
    where s.id = nullif(current_setting('app.console_session', true), '')::uuid
      and s.revoked_at is null and s.expires_at > now() and u.is_active and u.is_superuser)`;

/** What is taken from the console's own wall. */
export const consoleSaboteurs: Saboteur[] = [
  consoleSaboteur(
    'console policy opened',
    'alter policy console on platform.tenants using (true)',
    /platform\.tenants: no session: \d+ rows come through/,
  ),
  consoleSaboteur(
    'console policy open for writing only',
    'alter policy console on platform.memberships with check (true)',
    /memberships: no session: a row could be inserted/,
  ),
  consoleSaboteur(
    'console open to everybody',
    isConsole('select true'),
    /users: a session nobody has: \d+ rows come through/,
  ),
  consoleSaboteur(
    'console open from a tenant’s host',
    isConsole(anyHost),
    /tenants: the superuser’s session on a tenant’s host: \d+ rows come through/,
  ),
  consoleSaboteur(
    'superuser who takes another’s keys',
    'drop policy console_own on platform.console_idempotency_keys',
    /idempotency_keys: another superuser: \d+ rows come through/,
  ),
  consoleSaboteur(
    'console that reads passwords',
    'grant select (password_hash) on platform.users to tenantry_console',
    /users: the console reads or changes password_hash/,
  ),
  consoleSaboteur(
    'console that reads a tenant’s table',
    'grant select on pool.posts to tenantry_console',
    /pool\.posts: is not covered/,
  ),
];
