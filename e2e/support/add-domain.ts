import { openOwnerClient } from '../../lib/db/owner-client';
import { hostTag } from '../../lib/tenancy/cache-tags';

// add-domain <tenant> <hostname>: a verified domain with its event.
const [slug = '', hostname = ''] = process.argv.slice(2);
const owner = openOwnerClient();
await owner.begin(async (sql) => {
  const [tenant] = await sql`select id from platform.tenants where slug = ${slug}`;
  await sql`
    insert into platform.domains (tenant_id, hostname, verified_at)
    values (${tenant?.id}, ${hostname}, now())`;
  await sql`
    insert into platform.events (tenant_id, type, subject_id, cache_tags)
    values (${tenant?.id}, 'tenant.created', ${tenant?.id}, ${[hostTag(hostname)]})`;
});
await owner.end();
