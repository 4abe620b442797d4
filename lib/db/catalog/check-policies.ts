import { appRole, consoleRole, platformSchema } from '../roles';
import { asFaults, type CatalogCheck } from './catalog-fault';

const bound = "(NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid";
const consoleOpen = '( SELECT platform.is_console() AS is_console)';

/**
 * Row security is on and forced, and what the application role sees through it is the one predicate
 * of this project, word for word. Platform tables may have no policy for it at all; then it sees
 * nothing. The console's role has one of its own, on platform tables only; there the subquery is
 * what keeps the question from being asked for every row.
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
        -- One that only narrows what the others allow cannot let anything through.
        p.polpermissive and p.polroles && array[0::oid, to_regrole(${appRole})::oid] as concerns_app,
        p.polpermissive and p.polroles && array[to_regrole(${consoleRole})::oid] as concerns_console,
        not g.is_tenant and p.polroles = array[to_regrole(${consoleRole})::oid] as may_be_console
      from guarded g join pg_policy p on p.polrelid = g.oid
    ), judged as (
      select *, polcmd = '*' and may_be_console
          and qual = ${consoleOpen} and "check" = ${consoleOpen} as is_console,
        concat(qual, ' ', "check") ~* '\\mselect\\M' as has_subquery,
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
    select 'policy-subquery', object || ' ' || polname from judged
    where has_subquery and not concerns_console
    union all
    select 'policy-different', object || ' ' || polname from judged
    where concerns_app and not has_subquery and is_right is not true
      or concerns_console and is_console is not true`;
  return asFaults(rows);
};
