import type { FunctionCase } from './function-cases';

const nobody = '00000000-0000-4000-8000-000000000000';
const reason = 'A walk through the functions';
const acme: FunctionCase['params'] = (tenants) => [tenants.acme.id];

const signedIn = (email: string, at = 'null') => `
  from platform.find_credentials('${email}') c,
  lateral (select platform.open_session(c.user_id, ${at}::uuid, 'browser', 60, '', '', '') as sid) o`;
const begin = (session: string, user = 'c.user_id') =>
  `platform.begin_support(${session}, $1::uuid, ${user}, '${reason}', 5, false, '')`;

const refused = (about: string, sql: string, gives: Record<string, string | null>) =>
  ({ about, sql, params: acme, gives: () => [gives] }) satisfies FunctionCase;

/**
 * Acting as somebody. What keeps it narrow is that it begins with the session of a superuser on the
 * root host and with nothing else; what it opens is one member’s, for a while.
 */
export const supportCases: Record<string, FunctionCase[]> = {
  'platform.begin_support(p_session uuid, p_tenant uuid, p_user uuid, p_reason text, p_minutes integer, p_write boolean, p_request text)':
    [
      refused('nobody’s session', `select ${begin(`'${nobody}'`, `'${nobody}'`)}::text as begun`, {
        begun: null,
      }),
      refused(
        'an owner’s session on the root host',
        `select ${begin('o.sid')}::text as begun ${signedIn('ada@example.com')}`,
        { begun: null },
      ),
      refused(
        'an owner’s session at the tenant',
        `select ${begin('o.sid')}::text as begun ${signedIn('ada@example.com', '$1')}`,
        { begun: null },
      ),
      refused(
        'a superuser’s session at a tenant',
        `select ${begin('o.sid')}::text as begun ${signedIn('root@example.com', '$1')}`,
        { begun: null },
      ),
      refused(
        'a superuser, as one',
        `select ${begin('o.sid')} ->> 'fault' as fault ${signedIn('root@example.com')}`,
        { fault: 'person' },
      ),
      refused(
        'a superuser, as somebody of another tenant',
        `select ${begin('o.sid', 'g.user_id')} ->> 'fault' as fault
          ${signedIn('root@example.com')}, platform.find_credentials('gus@example.com') g`,
        { fault: 'person' },
      ),
    ],
  'platform.end_support(p_session uuid, p_support uuid, p_request text)': [
    refused(
      'nobody’s session ends nothing',
      `select platform.end_support('${nobody}', $1::uuid, '')::text as ended`,
      { ended: 'false' },
    ),
    refused(
      'a session of somebody’s own ends nothing',
      `select platform.end_support(o.sid, null, '')::text as ended ${signedIn('ada@example.com', '$1')}`,
      { ended: 'false' },
    ),
  ],
  'platform.issue_support_ticket(p_session uuid, p_support uuid, p_tenant uuid, p_hash text, p_state text, p_address text, p_seconds integer)':
    [
      refused(
        'for an access that nobody began',
        `select platform.issue_support_ticket(o.sid, '${nobody}', $1::uuid, 'x', 's', 'http://a', 60)::text as made
          ${signedIn('root@example.com')}`,
        { made: 'false' },
      ),
    ],
  'platform.bind_support(p_session uuid, p_tenant uuid)': [
    {
      about: 'nobody’s session binds nothing, and lets nothing be written',
      sql: `select platform.bind_support('${nobody}', $1::uuid)::text as bound,
        current_setting('transaction_read_only') as looks`,
      params: acme,
      gives: () => [{ bound: null, looks: 'on' }],
    },
    {
      about: 'nor does a session of somebody’s own',
      sql: `select platform.bind_support(o.sid, $1::uuid)::text as bound ${signedIn('ada@example.com', '$1')}`,
      params: acme,
      gives: () => [{ bound: null }],
    },
  ],
  'platform.close_support()': [
    {
      about: 'tells how many it ended and no more',
      sql: 'select platform.close_support()::text as closed',
      params: () => [],
      gives: () => (rows) => (/^\d+$/.test(String(rows[0]?.closed)) ? null : 'gives no number'),
    },
  ],
};
