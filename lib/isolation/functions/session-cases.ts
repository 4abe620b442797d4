import type { FunctionCase } from './function-cases';

const nobody = '00000000-0000-4000-8000-000000000000';

/** Opens a session of a person of the demo within the statement, as `o.sid`. */
const opened = (email: string, at: string) => `
  from platform.find_credentials('${email}') c,
  lateral (select platform.open_session(c.user_id, ${at}::uuid, 'browser', 60, '', '', '') as sid) o`;

const nothing = (about: string, sql: string, params: FunctionCase['params'] = () => []) =>
  ({ about, sql, params, gives: () => [] }) satisfies FunctionCase;

const acme: FunctionCase['params'] = (tenants) => [tenants.acme.id];

/**
 * The functions of signing in. They run before anybody is bound, so what keeps them narrow is that a
 * session's id is the key to everything, and is good in one realm only.
 */
export const sessionCases: Record<string, FunctionCase[]> = {
  'platform.find_credentials(p_email text)': [
    nothing('an unknown email', "select * from platform.find_credentials('nobody@example.com')"),
    nothing('a pattern is no email', "select * from platform.find_credentials('%')"),
    nothing('nothing', 'select * from platform.find_credentials(null)'),
    {
      about: 'gives id, name and hash, and no more',
      sql: "select * from platform.find_credentials('gus@example.com')",
      params: () => [],
      gives: () => (rows) => {
        const given = rows.map((row) => Object.keys(row).join(' ')).join('; ');
        return given === 'user_id name password_hash' ? null : `gives ${given}`;
      },
    },
  ],
  'platform.open_session(p_user uuid, p_tenant uuid, p_kind text, p_seconds integer, p_agent text, p_address text, p_request text)':
    [
      {
        about: 'nobody opens nothing',
        sql: `select platform.open_session('${nobody}', $1, 'browser', 60, '', '', '') as id`,
        params: acme,
        gives: () => [{ id: null }],
      },
      {
        about: 'nothing is opened at a tenant that is suspended',
        sql: `select o.sid::text as id ${opened('gus@example.com', '$1')}`,
        params: (tenants) => [tenants.paused.id],
        gives: () => [{ id: null }],
      },
    ],
  'platform.check_session(p_session uuid, p_tenant uuid)': [
    nothing('an id nobody has', `select * from platform.check_session('${nobody}', $1)`, acme),
    nothing(
      'a session of acme asked for at globex',
      `select s.* ${opened('ada@example.com', '$1')}, lateral platform.check_session(o.sid, $2) s`,
      (tenants) => [tenants.acme.id, tenants.globex.id],
    ),
    nothing(
      'a session of acme asked for on the root host',
      `select s.* ${opened('ada@example.com', '$1')}, lateral platform.check_session(o.sid, null) s`,
      acme,
    ),
    {
      about: 'the rights are those of the session’s own tenant',
      sql: `select s.role, s.is_staff::text as staff ${opened('owner@turbine.test', '$1')},
        lateral platform.check_session(o.sid, $1) s`,
      params: acme,
      gives: () => [{ role: null, staff: null }],
    },
  ],
  'platform.end_session(p_session uuid, p_request text)': [
    {
      about: 'an id nobody has ends nothing',
      sql: `select platform.end_session('${nobody}', '')::text as ended`,
      params: () => [],
      gives: () => [{ ended: 'false' }],
    },
  ],
  'platform.end_other_sessions(p_session uuid, p_target uuid, p_request text)': [
    {
      about: 'nobody ends anybody’s sessions, one or all',
      sql: `select platform.end_other_sessions('${nobody}', null, '') as ended`,
      params: () => [],
      gives: () => (rows) => (rows[0]?.ended === 0 ? null : `ended ${rows[0]?.ended}`),
    },
    {
      about: 'one person does not end another’s',
      sql: `select platform.end_other_sessions(o.sid, other.sid, '') as ended
        ${opened('gus@example.com', '$1')}, platform.find_credentials('ada@example.com') d,
        lateral (select platform.open_session(d.user_id, $1, 'browser', 60, '', '', '') as sid) other`,
      params: acme,
      gives: () => (rows) => (rows[0]?.ended === 0 ? null : `ended ${rows[0]?.ended}`),
    },
  ],
  'platform.list_own_sessions(p_session uuid)': [
    nothing('an id nobody has', `select * from platform.list_own_sessions('${nobody}')`),
    nothing('nothing', 'select * from platform.list_own_sessions(null)'),
  ],
  'platform.list_own_tenants(p_session uuid)': [
    nothing('an id nobody has', `select * from platform.list_own_tenants('${nobody}')`),
    nothing('nothing', 'select * from platform.list_own_tenants(null)'),
  ],
  'platform.take_point(p_key text, p_limit integer, p_seconds integer)': [
    {
      about: 'tells how many are left and how long to wait, and no more',
      sql: "select * from platform.take_point('case', 1000, 60)",
      params: () => [],
      gives: () => (rows) => {
        const given = rows.map((row) => Object.keys(row).join(' ')).join('; ');
        return given === 'remaining wait_seconds' ? null : `gives ${given}`;
      },
    },
  ],
  'platform.return_points(p_key text, p_points integer)': [
    {
      about: 'tells nothing',
      sql: "select platform.return_points('case', 1)::text as told",
      params: () => [],
      gives: () => [{ told: null }],
    },
  ],
};
