import { randomBytes } from 'node:crypto';
import { openOwnerClient } from '../../lib/db/owner-client';
import type { SharedServer } from './test';

/**
 * Makes bare tenants whose slugs begin alike, as `many-1a2b-1`: the list of the console finds them
 * by that beginning. They belong to the demo's superuser.
 *
 * @returns the beginning.
 */
export async function makeTenants(server: SharedServer, count: number): Promise<string> {
  const prefix = `many-${randomBytes(4).toString('hex')}`;
  const sql = openOwnerClient(server.ownerUrl);
  await sql`
    insert into platform.tenants (slug, name, owner_id)
    select ${prefix} || '-' || n, ${prefix} || ' ' || n,
      (select id from platform.users where email = 'root@example.com')
    from generate_series(1, ${count}::int) n`.finally(() => sql.end({ timeout: 5 }));
  return prefix;
}
