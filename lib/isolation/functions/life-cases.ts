import type { FunctionCase } from './function-cases';

const nobody = '00000000-0000-4000-8000-000000000000';

/** Opens a session of a person of the demo at a tenant within the statement, as `o.sid`. */
const opened = (email: string) => `
  from platform.find_credentials('${email}') c,
  lateral (select platform.open_session(c.user_id, $1::uuid, 'browser', 60, '', '', '') as sid) o`;

/** The functions of a tenant's end. All of them are tried on tenants that live. */
export const lifeCases: Record<string, FunctionCase[]> = {
  'platform.delete_own_tenant(p_session uuid, p_grace_seconds integer)': [
    {
      about: 'nobody’s session deletes nothing',
      sql: `select platform.delete_own_tenant('${nobody}', 0)::text as deleted`,
      params: () => [],
      gives: () => [{ deleted: null }],
    },
    {
      about: 'a member who is not the owner deletes nothing',
      sql: `select platform.delete_own_tenant(o.sid, 0)::text as deleted ${opened('bob@example.com')}`,
      params: (tenants) => [tenants.acme.id],
      gives: () => [{ deleted: null }],
    },
    {
      about: 'the owner of another tenant deletes nothing',
      sql: `select platform.delete_own_tenant(o.sid, 0)::text as deleted ${opened('gus@example.com')}`,
      params: (tenants) => [tenants.acme.id],
      gives: () => [{ deleted: null }],
    },
  ],
  'platform.purge_tenant_rows(p_tenant uuid, p_limit integer)': [
    {
      about: 'destroys nothing of a tenant that lives',
      sql: 'select * from platform.purge_tenant_rows($1::uuid, 1)',
      params: (tenants) => [tenants.globex.id],
      gives: () => [],
    },
  ],
  'platform.finish_purge(p_tenant uuid)': [
    {
      about: 'destroys no tenant that lives',
      sql: 'select platform.finish_purge($1::uuid)::text as done',
      params: (tenants) => [tenants.globex.id],
      gives: () => [{ done: 'false' }],
    },
  ],
};
