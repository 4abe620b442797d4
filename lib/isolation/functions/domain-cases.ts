import type { FunctionCase, RowTest } from './function-cases';

const unbound = "nullif(current_setting('app.tenant_id', true), '') is null as unbound";

/** Whatever tenant is bound, nothing is checked, verified or planned. */
const nothingWhenBound =
  (isNothing: (row: Record<string, unknown>) => boolean): RowTest =>
  (rows) => {
    const telling = rows.find((row) => row.unbound !== true && !isNothing(row));
    return telling ? `does it for a tenant: ${JSON.stringify(telling)}` : null;
  };

const note = (tenant: string, where: string) => `
  select n.outcome, ${unbound} from platform.domains d
  cross join lateral platform.note_domain_check(${tenant}, d.id,
    jsonb_build_array('tenantry-verify=' || d.token), 'here', null, null, '', '') n
  where ${where}`;

/** The functions of custom domains. Each tenant has a claim that nobody has proved. */
export const domainCases: Record<string, FunctionCase[]> = {
  'platform.note_domain_check(p_tenant uuid, p_domain uuid, p_seen jsonb, p_pointing text, p_detail text, p_actor uuid, p_actor_name text, p_request text)':
    [
      {
        about: 'a tenant that knows its token verifies nothing with it',
        sql: note('d.tenant_id', 'd.verified_at is null'),
        params: () => [],
        gives: () => nothingWhenBound(() => false),
      },
      {
        about: 'a domain of another tenant is not there',
        sql: `select n.* from platform.note_domain_check($1::uuid, $2::uuid, '[]', 'here', null, null, '', '') n`,
        params: (tenants) => [tenants.acme.id, tenants.globex.id],
        gives: () => [],
      },
    ],
  'platform.plan_domain_checks(p_limit integer)': [
    {
      about: 'plans nothing for a tenant',
      sql: `select platform.plan_domain_checks(0) as planned, ${unbound}`,
      params: () => [],
      gives: () => nothingWhenBound(({ planned }) => planned === 0),
    },
  ],
};
