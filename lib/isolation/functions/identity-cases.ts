import type { FunctionCase } from './function-cases';

const nobody = '00000000-0000-4000-8000-000000000000';
const acme: FunctionCase['params'] = (tenants) => [tenants.acme.id];

/** Signs a person of the demo in within the statement, as `o.sid`. */
const signedIn = (email: string, at: string) => `
  from platform.find_credentials('${email}') c,
  lateral (select platform.open_browser_session(c.user_id, ${at}::uuid, false, 60, '', '', '') as sid) o`;

const come = (subject: string, email: string, verified: boolean, speaks: boolean) => `
  platform.sign_in_by_identity('case', '${subject}', '${email}', ${verified}, ${speaks}, 'Case', '')`;

const answers = (
  about: string,
  sql: string,
  answer: string,
  params: FunctionCase['params'] = () => [],
) => ({ about, sql, params, gives: () => [{ answer }] }) satisfies FunctionCase;

/**
 * Accounts elsewhere. What keeps these narrow is the provider's number for a person, which no form
 * says, and the live session of the root host for everything else.
 */
export const identityCases: Record<string, FunctionCase[]> = {
  'platform.sign_in_by_identity(p_provider text, p_subject text, p_email text, p_verified boolean, p_speaks boolean, p_name text, p_request text)':
    [
      {
        about: 'an address that is not verified gives nobody, known or not',
        sql: `select a.outcome, a.user_id::text as id from ${come('n-1', 'ada@example.com', false, true)} a
          union all select b.outcome, b.user_id::text from ${come('n-2', 'nobody@case.test', false, true)} b`,
        params: () => [],
        gives: () => [
          { outcome: 'unverified', id: null },
          { outcome: 'unverified', id: null },
        ],
      },
      {
        about: 'a superuser is asked for the password, whoever speaks for the address',
        sql: `select a.outcome, a.user_id::text as id from ${come('n-3', 'root@example.com', true, true)} a`,
        params: () => [],
        gives: () => [{ outcome: 'password', id: null }],
      },
      {
        about: 'so is everybody where the provider does not speak for it',
        sql: `select a.outcome, a.user_id::text as id from ${come('n-4', 'gus@example.com', true, false)} a`,
        params: () => [],
        gives: () => [{ outcome: 'password', id: null }],
      },
    ],
  'platform.open_browser_session_by(p_provider text, p_user uuid, p_tenant uuid, p_kept boolean, p_seconds integer, p_agent text, p_address text, p_request text)':
    [
      {
        about: 'nobody opens nothing',
        sql: `select platform.open_browser_session_by('case', '${nobody}', $1, false, 60, '', '', '') as id`,
        params: acme,
        gives: () => [{ id: null }],
      },
      {
        about: 'nothing is opened at a tenant that is suspended',
        sql: `select platform.open_browser_session_by('case', c.user_id, $1, false, 60, '', '', '')::text as id
          from platform.find_credentials('gus@example.com') c`,
        params: (tenants) => [tenants.paused.id],
        gives: () => [{ id: null }],
      },
    ],
  'platform.connect_identity(p_session uuid, p_provider text, p_subject text, p_email text, p_request text)':
    [
      answers(
        'an id nobody has connects nothing',
        `select platform.connect_identity('${nobody}', 'case', 'n-5', '', '') as answer`,
        'ended',
      ),
      answers(
        'nor does a session of a tenant',
        `select platform.connect_identity(o.sid, 'case', 'n-6', '', '') as answer
          ${signedIn('ada@example.com', '$1')}`,
        'ended',
        acme,
      ),
      answers(
        'what is somebody’s is not anybody else’s',
        `select platform.connect_identity(other.sid, 'case', first.subject, '', '') as answer
          ${signedIn('ada@example.com', 'null')},
          lateral (select 'n-7' as subject, platform.connect_identity(o.sid, 'case', 'n-7', '', '') as done) first,
          platform.find_credentials('gus@example.com') d,
          lateral (select platform.open_browser_session(d.user_id, null, false, 60, '', '', '') as sid) other
          where first.done in ('connected', 'same')`,
        'taken',
      ),
    ],
  'platform.disconnect_identity(p_session uuid, p_identity uuid, p_request text)': [
    answers(
      'an id nobody has takes nothing away',
      `select platform.disconnect_identity('${nobody}', '${nobody}', '') as answer`,
      'none',
    ),
    answers(
      'nor does anybody what is not theirs',
      `select platform.disconnect_identity(o.sid, '${nobody}', '') as answer
        ${signedIn('gus@example.com', 'null')}`,
      'none',
    ),
  ],
  'platform.list_own_identities(p_session uuid)': [
    {
      about: 'an id nobody has',
      sql: `select * from platform.list_own_identities('${nobody}')`,
      params: () => [],
      gives: () => [],
    },
    {
      about: 'a session of a tenant',
      sql: `select i.* ${signedIn('ada@example.com', '$1')}, lateral platform.list_own_identities(o.sid) i`,
      params: acme,
      gives: () => [],
    },
  ],
};
