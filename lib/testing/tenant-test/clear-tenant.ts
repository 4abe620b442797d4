import type { Sql } from 'postgres';
import type { TestTenant } from './test-tenant';

const rowsAtOnce = 10_000;

/**
 * Takes a tenant of a test away: its rows in every table that has a tenant, the tenant, and its
 * people. No other tenant is touched, so tests may share a database while they run. It goes by the
 * catalogue, as the purge of a deleted tenant does: a table that was added today is cleared as well.
 * The sealed part of the audit log stays, as it does in production.
 *
 * @param owner - made by openOwnerClient.
 * @throws Error when rows are left that belong to somebody else.
 */
export async function clearTenant(owner: Sql, { id, people }: TestTenant): Promise<void> {
  const ids = Object.values(people).map((person) => person.id);
  await owner.begin(async (sql) => {
    await sql`
      update platform.tenants set status = 'deleted', purge_at = now() - interval '1 minute',
        before_deletion = coalesce(before_deletion, '{}')
      where id = ${id}`;
    for (let gone = 1; gone > 0; ) {
      const [row] = await sql`
        select coalesce(sum(gone), 0)::int as gone
        from platform.purge_tenant_rows(${id}, ${rowsAtOnce})`;
      gone = row?.gone ?? 0;
    }
    await sql`delete from platform.tenants where id = ${id}`;
    // What is left of one that the test itself had purged.
    await sql`delete from platform.purged_tenants where id = ${id}`;
    // What the platform's log has sealed it must keep, or it would look tampered with.
    await sql`
      delete from platform.events
      where tenant_id is null and sealed_at is null and subject_id in ${sql([id, ...ids])}`;
    await sql`delete from platform.users where id in ${sql(ids)}`;
  });
}
