import type { FunctionCase } from './function-cases';

const nobody = '00000000-0000-4000-8000-000000000000';
/** Every invitation there is, asked for at a tenant that is bound: only its own tell anything. */
const strange = (rows: Record<string, unknown>[], about: string) =>
  rows.length === 0 ? null : `${about} ${rows.length} of other tenants`;

/** The functions of invitations: an id opens nothing but at its own tenant, and nobody joins unasked. */
export const invitationCases: Record<string, FunctionCase[]> = {
  'platform.read_invitation(p_invitation uuid)': [
    {
      about: 'an id nobody has',
      sql: `select * from platform.read_invitation('${nobody}')`,
      params: () => [],
      gives: () => [],
    },
    {
      about: 'tells of the tenant that is bound alone',
      sql: `select r.* from platform.invitations i, lateral platform.read_invitation(i.id) r
        where i.tenant_id is distinct from nullif(current_setting('app.tenant_id', true), '')::uuid`,
      params: () => [],
      gives: () => (rows) => strange(rows, 'tells of'),
    },
  ],
  'platform.accept_invitation(p_invitation uuid, p_session uuid, p_name text, p_hash text, p_request text)':
    [
      {
        about: 'an id nobody has',
        sql: `select platform.accept_invitation('${nobody}', null, 'Case', 'hash', '')::text as told`,
        params: () => [],
        gives: () => [{ told: null }],
      },
      {
        about: 'a session of the owner accepts for nobody else',
        sql: `select platform.accept_invitation(i.id, o.sid, null, null, '') as told
          from platform.find_credentials('ada@example.com') c,
          lateral (select platform.open_session(c.user_id, $1::uuid, 'browser', 60, '', '', '') as sid) o,
          platform.invitations i`,
        params: ({ acme }) => [acme.id],
        gives: () => (rows) => {
          const taken = rows.filter(({ told }) => told === 'joined' || told === 'member');
          return taken.length === 0 ? null : `accepts ${taken.length}`;
        },
      },
    ],
};
