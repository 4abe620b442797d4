import type { FunctionCase } from './function-cases';

const nobody = '00000000-0000-4000-8000-000000000000';

/** Opens a session of a person of the demo within the statement, as `o.sid`. */
const opened = (email: string, at: string) => `
  from platform.find_credentials('${email}') c,
  lateral (select platform.open_session(c.user_id, ${at}::uuid, 'browser', 60, '', '', '') as sid) o`;

const acme: FunctionCase['params'] = (tenants) => [tenants.acme.id];

/** A call with nobody's session, and with one of a tenant, where security settings are not. */
const only = (call: (session: string) => string, told: string | null): FunctionCase[] => [
  {
    about: 'nobody’s session',
    sql: `select ${call(`'${nobody}'`)}::text as told`,
    params: () => [],
    gives: () => [{ told }],
  },
  {
    about: 'a session of a tenant’s host',
    sql: `select ${call('o.sid')}::text as told ${opened('ada@example.com', '$1')}`,
    params: acme,
    gives: () => [{ told }],
  },
];

const nothing = (about: string, sql: string, params: FunctionCase['params'] = () => []) =>
  ({ about, sql, params, gives: () => [] }) satisfies FunctionCase;

/**
 * The functions of two-factor, of known browsers and of lock-outs. What is an account's own takes a
 * live session of the root host; the rest tells nothing to who names somebody else.
 */
export const twoFactorCases: Record<string, FunctionCase[]> = {
  'platform.own_two_factor(p_session uuid)': [
    nothing('nobody’s session', `select * from platform.own_two_factor('${nobody}')`),
    nothing(
      'a session of a tenant’s host',
      `select t.* ${opened('ada@example.com', '$1')}, lateral platform.own_two_factor(o.sid) t`,
      acme,
    ),
  ],
  'platform.begin_two_factor(p_session uuid, p_secret text)': only(
    (session) => `platform.begin_two_factor(${session}, 'x')`,
    'false',
  ),
  'platform.confirm_two_factor(p_session uuid, p_secret text, p_step bigint, p_codes text, p_request text)':
    only((session) => `platform.confirm_two_factor(${session}, 'x', 1, 'x', '')`, 'false'),
  'platform.remake_recovery_codes(p_session uuid, p_step bigint, p_code text, p_codes text, p_request text)':
    only((session) => `platform.remake_recovery_codes(${session}, 1, 'x', 'x', '')`, 'false'),
  'platform.end_two_factor(p_session uuid, p_step bigint, p_code text, p_request text)': only(
    (session) => `platform.end_two_factor(${session}, 1, 'x', '')`,
    'false',
  ),
  'platform.find_second_factor(p_user uuid)': [
    nothing('nobody', `select * from platform.find_second_factor('${nobody}')`),
    nothing(
      'somebody without one',
      `select f.* from platform.find_credentials('ada@example.com') c,
        lateral platform.find_second_factor(c.user_id) f`,
    ),
  ],
  'platform.pass_second_factor(p_user uuid, p_tenant uuid, p_step bigint, p_code text, p_agent text, p_address text, p_request text)':
    [
      {
        about: 'spends nothing of somebody without one',
        sql: `select platform.pass_second_factor(c.user_id, $1, 1, 'x', '', '', '') as spent
          from platform.find_credentials('ada@example.com') c`,
        params: acme,
        gives: () => [{ spent: null }],
      },
    ],
  'platform.knows_device(p_email text, p_token text)': [
    {
      about: 'no browser is known by a token nobody holds',
      sql: "select platform.knows_device('ada@example.com', 'x')::text as knows",
      params: () => [],
      gives: () => [{ knows: 'false' }],
    },
  ],
  'platform.remember_device(p_session uuid, p_token text, p_request text)': [
    {
      about: 'notes nothing for nobody’s session',
      sql: `select platform.remember_device('${nobody}', 'x', '') as was`,
      params: () => [],
      gives: () => [{ was: null }],
    },
  ],
  'platform.lock_out(p_email text, p_tenant uuid, p_tried text, p_failures integer, p_seconds integer, p_agent text, p_address text, p_request text)':
    [
      {
        about: 'tells of nobody',
        sql: "select platform.lock_out('nobody@example.com', $1, 'password', 1, 60, '', '', '')::text as told",
        params: acme,
        gives: () => [{ told: 'false' }],
      },
    ],
  'platform.find_lockout(p_member uuid)': [
    nothing('nobody', `select * from platform.find_lockout('${nobody}')`),
  ],
  'platform.lift_lockout(p_member uuid)': [
    {
      about: 'lifts nothing of nobody',
      sql: `select platform.lift_lockout('${nobody}')::text as lifted`,
      params: () => [],
      gives: () => [{ lifted: 'false' }],
    },
  ],
  'platform.renew_password_hash(p_user uuid, p_old text, p_new text)': [
    {
      about: 'changes nothing for who does not know the old one',
      sql: `select platform.renew_password_hash(c.user_id, 'x', 'y')::text as renewed
        from platform.find_credentials('ada@example.com') c`,
      params: () => [],
      gives: () => [{ renewed: 'false' }],
    },
  ],
  'platform.find_account_mail(p_event bigint)': [
    {
      // Of the hundreds of events that there are, some cases have connected an account.
      about: 'of other events nobody is mailed, and no more than name and email are told',
      sql: 'select m.* from generate_series(1, 2000) n, lateral platform.find_account_mail(n) m',
      params: () => [],
      gives: () => (rows) => {
        const isPlain = rows.every((row) => Object.keys(row).join(' ') === 'name email');
        return isPlain && rows.length <= 5 ? null : `gives ${rows.length} rows`;
      },
    },
  ],
};
