import { openOwnerClient } from '../../lib/db/owner-client';
import type { HostedTenant } from './tenant-test';
import type { SharedServer } from './test';

/** Gives somebody a profile as an author of a tenant, and an article of theirs that is out. */
export async function addArticle(
  server: SharedServer,
  tenant: HostedTenant,
  person: { id: string; name: string },
): Promise<void> {
  const sql = openOwnerClient(server.ownerUrl);
  await sql`
    with author as (
      insert into authors (tenant_id, slug, name, user_id)
      values (${tenant.id}, 'the-editor', ${person.name}, ${person.id}) returning id)
    insert into posts (tenant_id, slug, title, body, author_id, status, published_at)
    select ${tenant.id}, 'by-hand', 'Written by hand', 'Words of their own', id, 'published', now()
    from author`;
  await sql.end();
}
