import type { FunctionCase } from './function-cases';

const nobody = '00000000-0000-4000-8000-000000000000';
const give = (session: string, from = '') => `
  select platform.transfer_own_tenant(${session}, 'cleo@example.com', false)::text as given ${from}`;
const opened = (email: string) => `
  from platform.find_credentials('${email}') c,
  lateral (select platform.open_session(c.user_id, $1::uuid, 'browser', 60, '', '', '') as sid) o`;

/** Giving a tenant away: nobody's to do in these, who is no owner of the tenant that is bound. */
export const memberCases: Record<string, FunctionCase[]> = {
  'platform.transfer_own_tenant(p_session uuid, p_email text, p_remove boolean)': [
    {
      about: 'nobody’s session gives nothing away',
      sql: give(`'${nobody}'`),
      params: () => [],
      gives: () => [{ given: null }],
    },
    {
      about: 'a member who is not the owner gives nothing away',
      sql: give('o.sid', opened('bob@example.com')),
      params: (tenants) => [tenants.acme.id],
      gives: () => [{ given: null }],
    },
    {
      about: 'the owner of another tenant gives nothing away',
      sql: give('o.sid', opened('gus@example.com')),
      params: (tenants) => [tenants.acme.id],
      gives: () => [{ given: null }],
    },
    {
      about: 'an owner’s session on the root host gives nothing away',
      sql: give('o.sid', opened('ada@example.com').replace('$1::uuid', 'nullif($1, $1)::uuid')),
      params: (tenants) => [tenants.acme.id],
      gives: () => [{ given: null }],
    },
  ],
};
