import { TenantNotFound } from '../errors';
import { originOf, subdomainHostname } from '../tenancy/tenant-address';
import { print, printJson } from './output/print';
import { withOwner } from './with-owner';

/**
 * Prints a tenant for people or programs.
 *
 * @throws TenantNotFound
 */
export async function showTenant({ tenant, json }: { tenant: string; json?: boolean }) {
  await withOwner(async (owner) => {
    const [row] = await owner`
      select t.slug, t.name, t.status, t.placement, t.id, u.email as owner,
        to_json(t.created_at) #>> '{}' as created, to_json(t.suspended_at) #>> '{}' as suspended,
        (select count(*)::int from platform.memberships m where m.tenant_id = t.id) as members,
        to_json(array(
          select hostname || case when verified_at is null then ' (not verified)' else '' end
          from platform.domains d where d.tenant_id = t.id order by 1)) as domains
      from platform.tenants t join platform.users u on u.id = t.owner_id where t.slug = ${tenant}`;
    if (!row) throw new TenantNotFound(`There is no tenant "${tenant}".`);
    const shown = { ...row, address: originOf(subdomainHostname(tenant)) };
    if (json) return printJson(shown);
    print(linesOf(shown));
  });
}

function linesOf(facts: Record<string, unknown>): string {
  const width = Math.max(...Object.keys(facts).map((name) => name.length));
  const lines = Object.entries(facts).map(([name, value]) => {
    const text =
      [value]
        .flat()
        .filter((one) => one !== null)
        .join(' ') || '-';
    // A name must not move the cursor of the terminal it is shown in.
    return `${name.padEnd(width)}  ${text.replace(/\p{Cc}+/gu, ' ')}`;
  });
  return lines.join('\n');
}
