import type { FunctionCase } from './function-cases';

const nobody = '00000000-0000-4000-8000-000000000000';
const acme: FunctionCase['params'] = (tenants) => [tenants.acme.id];

/** Signs a person of the demo in within the statement: `o.sid` at a place, `r.root` on the root host. */
const signedIn = (email: string, at: string) => `
  from platform.find_credentials('${email}') c,
  lateral (select platform.open_browser_session(c.user_id, ${at}::uuid, false, 60, '', '', '') as sid) o`;

const issue = (session: string, tenant: string) =>
  `platform.issue_ticket(${session}, ${tenant}::uuid, 'case-' || gen_random_uuid(), 's', 'http://a', '/', 60)`;

const refused = (about: string, sql: string, params: FunctionCase['params'] = () => []) =>
  ({ about, sql, params, gives: () => [{ made: 'false' }] }) satisfies FunctionCase;

/**
 * Going from host to host. What keeps it narrow is the ticket, which is no row’s id, and that every
 * one of them is bound to a session, a place and a browser.
 */
export const ticketCases: Record<string, FunctionCase[]> = {
  'platform.open_browser_session(p_user uuid, p_tenant uuid, p_kept boolean, p_seconds integer, p_agent text, p_address text, p_request text)':
    [
      {
        about: 'nobody opens nothing',
        sql: `select platform.open_browser_session('${nobody}', $1, false, 60, '', '', '') as id`,
        params: acme,
        gives: () => [{ id: null }],
      },
      {
        about: 'nothing is opened at a tenant that is suspended',
        sql: `select o.sid::text as id ${signedIn('gus@example.com', '$1')}`,
        params: (tenants) => [tenants.paused.id],
        gives: () => [{ id: null }],
      },
    ],
  'platform.end_browser(p_session uuid, p_request text)': [
    {
      about: 'an id nobody has ends nothing',
      sql: `select platform.end_browser('${nobody}', '')::text as ended`,
      params: () => [],
      gives: () => [{ ended: '0' }],
    },
    {
      about: 'ends no other browser of the person, and nobody else’s',
      sql: `select platform.end_browser(o.sid, '')::text as ended
        ${signedIn('gus@example.com', '$1')}, platform.find_credentials('ada@example.com') d,
        lateral (select platform.open_browser_session(d.user_id, $1, false, 60, '', '', '') as sid) other,
        lateral (select platform.open_browser_session(c.user_id, $1, false, 60, '', '', '') as sid) third
        where other.sid is not null and third.sid is not null`,
      params: acme,
      gives: () => (rows) => (rows[0]?.ended === '2' ? null : `ended ${rows[0]?.ended}`),
    },
  ],
  'platform.issue_ticket(p_session uuid, p_tenant uuid, p_hash text, p_state text, p_address text, p_next text, p_seconds integer)':
    [
      refused('an id nobody has', `select ${issue(`'${nobody}'`, '$1')}::text as made`, acme),
      refused(
        'a session of one tenant makes none for another',
        `select ${issue('o.sid', '$2')}::text as made ${signedIn('ada@example.com', '$1')}`,
        (tenants) => [tenants.acme.id, tenants.globex.id],
      ),
      refused(
        'a session of the root host makes none for the root host',
        `select ${issue('o.sid', 'null')}::text as made ${signedIn('ada@example.com', 'null')}`,
      ),
      refused(
        'a program’s session makes none',
        `select ${issue('o.sid', '$1')}::text as made
          from platform.find_credentials('root@example.com') c,
          lateral (select platform.open_session(c.user_id, null, 'api', 60, '', '', '') as sid) o`,
        acme,
      ),
    ],
  'platform.choose_tenant(p_session uuid, p_tenant uuid, p_agent text, p_address text, p_request text)':
    [
      {
        about: 'an id nobody has chooses nothing',
        sql: `select * from platform.choose_tenant('${nobody}', $1, '', '', '')`,
        params: acme,
        gives: () => [],
      },
      {
        about: 'nobody chooses a tenant that is not theirs',
        sql: `select made.* ${signedIn('ada@example.com', 'null')},
          lateral platform.choose_tenant(o.sid, $1, '', '', '') made`,
        params: (tenants) => [tenants.globex.id],
        gives: () => [],
      },
      {
        about: 'a tenant’s session chooses none',
        sql: `select made.* ${signedIn('ada@example.com', '$1')},
          lateral platform.choose_tenant(o.sid, $1, '', '', '') made`,
        params: acme,
        gives: () => [],
      },
    ],
  'platform.begin_at(p_session uuid, p_tenant uuid)': [
    {
      about: 'an id nobody has begins nowhere',
      sql: `select platform.begin_at('${nobody}', $1)::text as done`,
      params: acme,
      gives: () => [{ done: null }],
    },
    {
      about: 'nobody begins at a tenant that is not theirs',
      sql: `select platform.begin_at(o.sid, $1)::text as done ${signedIn('ada@example.com', 'null')}`,
      params: (tenants) => [tenants.globex.id],
      gives: () => [{ done: null }],
    },
  ],
  'platform.redeem_ticket(p_hash text, p_tenant uuid, p_state text, p_address text, p_replaced uuid, p_agent text, p_client text, p_request text)':
    [
      {
        about: 'a ticket that nobody made gives nothing',
        sql: "select * from platform.redeem_ticket('none', $1, 's', 'http://a', null, '', '', '')",
        params: acme,
        gives: () => [],
      },
      {
        about: 'nor does none at all',
        sql: 'select * from platform.redeem_ticket(null, null, null, null, null, null, null, null)',
        params: () => [],
        gives: () => [],
      },
    ],
};
