import { openOwnerClient } from '../../lib/db/owner-client';
import { type MadeSite, makeSite } from './make-site';
import type { SharedServer } from './test';

/** Makes a tenant of one spec that is open to everybody who registers. */
export async function makeOpenSite(server: SharedServer): Promise<MadeSite> {
  const site = await makeSite(server, 1);
  const sql = openOwnerClient(server.ownerUrl);
  try {
    await sql`
      update platform.tenants set settings = ${sql.json({ registration: 'open' })}
      where id = ${site.id}`;
    return site;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
