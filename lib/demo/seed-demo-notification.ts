import type { TransactionSql } from 'postgres';

/** The same in every tenant: it is what the form's key would be. */
const requestKey = '5eed0000-0000-4000-8000-000000000001';

/**
 * Writes what the owner of a demo tenant told everybody, under the same title in each, so that a leak
 * would show. It is read already: nobody begins with a badge. Where it is there it stays as it is.
 */
export async function seedDemoNotification(
  sql: TransactionSql,
  { tenantId, name }: { tenantId: string; name: string },
): Promise<void> {
  await sql`
    with said as (
      insert into notifications (tenant_id, kind, title, body, href, sender_id, sender_name,
        audience, status, sent_at, request_key, expected, recipients)
      select t.id, 'broadcast', 'Welcome', ${`This is ${name}. Have a look at the blog.`}, '/blog',
        u.id, u.name, '{"all": true}', 'sent', now(), ${requestKey}, m.n, m.n
      from platform.tenants t join platform.users u on u.id = t.owner_id,
        lateral (select count(*)::int as n from platform.memberships where tenant_id = t.id) m
      where t.id = ${tenantId}
      on conflict do nothing returning tenant_id, id)
    insert into notification_receipts
      (tenant_id, notification_id, user_id, position, seen_at, read_at)
    select said.tenant_id, said.id, m.user_id, 1 + (
      select coalesce(max(r.position), 0) from notification_receipts r
      where r.tenant_id = m.tenant_id and r.user_id = m.user_id), now(), now()
    from said join platform.memberships m on m.tenant_id = said.tenant_id`;
}
