import type { FunctionCase } from './function-cases';

const nobody = '00000000-0000-4000-8000-000000000000';

const inVain = (about: string, call: string) =>
  ({
    about,
    sql: `select (${call})::text as told`,
    params: () => [],
    gives: () => [{ told: null }],
  }) satisfies FunctionCase;

const none = (about: string, from: string) =>
  ({
    about,
    sql: `select * from ${from}`,
    params: () => [],
    gives: () => [],
  }) satisfies FunctionCase;

/** The functions that take a mailed link: an id that nobody has opens nothing. */
export const ownLinkCases: Record<string, FunctionCase[]> = {
  'platform.find_pending_account(p_email text)': [
    none('who has an account does not wait', "platform.find_pending_account('ada@example.com')"),
    none('a pattern is no email', "platform.find_pending_account('%')"),
    none('nothing', 'platform.find_pending_account(null)'),
  ],
  'platform.read_link(p_link uuid)': [
    none('an id nobody has', `platform.read_link('${nobody}')`),
    none('nothing', 'platform.read_link(null)'),
  ],
  'platform.find_link_hash(p_link uuid)': [
    inVain('an id nobody has', `platform.find_link_hash('${nobody}')`),
  ],
  'platform.confirm_registration(p_link uuid, p_request text)': [
    inVain('an id nobody has', `platform.confirm_registration('${nobody}', '')`),
  ],
  'platform.reset_password(p_link uuid, p_hash text, p_request text)': [
    inVain('an id nobody has', `platform.reset_password('${nobody}', 'hash', '')`),
  ],
  'platform.answer_email_change(p_link uuid, p_approves boolean, p_request text)': [
    inVain('an id nobody has', `platform.answer_email_change('${nobody}', true, '')`),
  ],
  'platform.found_tenant(p_tenant uuid, p_link uuid, p_session uuid, p_slug text, p_name text, p_request text)':
    [
      inVain(
        'neither link nor session',
        `platform.found_tenant('${nobody}', null, null, 'case', 'Case', '')`,
      ),
      inVain(
        'ids nobody has',
        `platform.found_tenant('${nobody}', '${nobody}', '${nobody}', 'case', 'Case', '')`,
      ),
      {
        about: 'not by a session of a tenant',
        sql: `select platform.found_tenant('${nobody}', null, o.sid, 'case', 'Case', '')::text as told
          from platform.find_credentials('ada@example.com') c,
          lateral (select platform.open_session(c.user_id, $1::uuid, 'browser', 60, '', '', '') as sid) o`,
        params: (tenants) => [tenants.acme.id],
        gives: () => [{ told: null }],
      },
    ],
};
