import { appRole, platformSchema } from '../roles';
import { asFaults, type CatalogCheck } from './catalog-fault';

const bound = "(NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid";

/**
 * Row security is on and forced, and what the application role sees through it is the one predicate
 * of this project, word for word. Platform tables may have no policy for it at all; then it sees
 * nothing.
 */
export const checkPolicies: CatalogCheck = async (sql, classes) => {
  const { platform, tenant, tenantSchemas } = classes;
  const rows = await sql`
    with guarded as (
      select c.oid, n.nspname || '.' || c.relname as object, c.relrowsecurity, c.relforcerowsecurity,
        n.nspname <> ${platformSchema} as is_tenant,
        case when n.nspname = ${platformSchema} and c.relname = 'tenants'
          then 'id' else 'tenant_id' end as key
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and (
        n.nspname = ${platformSchema} and c.relname = any (${platform}::text[])
        or n.nspname = any (${tenantSchemas}::text[]) and c.relname = any (${tenant}::text[]))
    ), policies as (
      select g.object, g.oid, g.key, p.polname, p.polpermissive, p.polcmd,
        pg_get_expr(p.polqual, p.polrelid) as qual,
        pg_get_expr(p.polwithcheck, p.polrelid) as check,
        p.polroles && array[0::oid, to_regrole(${appRole})::oid] as concerns_app
      from guarded g join pg_policy p on p.polrelid = g.oid
    ), judged as (
      select *, concat(qual, ' ', "check") ~* '\\mselect\\M' as has_subquery,
        polpermissive and polcmd = '*' and qual = format('(%s = %s)', key, ${bound}::text)
          and "check" = format('(%s = %s)', key, ${bound}::text) as is_right
      from policies
    )
    select 'no-row-security' as kind, object from guarded where not relrowsecurity
    union all
    select 'row-security-not-forced', object from guarded where not relforcerowsecurity
    union all
    select 'policy-missing', object from guarded g
    where is_tenant and not exists (select from judged j where j.oid = g.oid and concerns_app)
    union all
    select 'policy-subquery', object || ' ' || polname from judged where has_subquery
    union all
    select 'policy-different', object || ' ' || polname from judged
    where concerns_app and not has_subquery and is_right is not true`;
  return asFaults(rows);
};
