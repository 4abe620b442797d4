import type { Sql } from 'postgres';
import type { AuditFault } from './verify-audit';

/**
 * Holds a log against the events it was sealed from, as far as they are still there: the first row
 * that says something else than its event, tells of none, or is missing at the end of the chain.
 *
 * @param last - seq of the last row of the chain.
 */
export async function findDisagreement(
  sql: Sql,
  tenantId: string | null,
  last: number,
): Promise<AuditFault | null> {
  const mine = tenantId === null ? sql`tenant_id is null` : sql`tenant_id = ${tenantId}`;
  // Younger than what housekeeping takes; and a tenant that was purged took its events along.
  const [row] = await sql`
    with logged as (select * from platform.audit_log where ${mine}),
      told as (select * from platform.events where ${mine} and sealed_at is not null)
    select seq::int, id::text, fault from (
      select l.seq, l.id, 'edited' as fault from logged l join told e on e.id = l.id
      where (e.type, e.created_at, e.payload, e.actor_name, e.request_id)
          is distinct from (l.type, l.created_at, l.payload, l.actor_name, l.request_id)
        or e.subject_id is distinct from l.subject_id or e.actor_id is distinct from l.actor_id
      union all
      select l.seq, l.id, 'put in' from logged l
      where l.created_at > now() - interval '29 days' and not exists (select from told e where e.id = l.id)
        and (l.tenant_id is null or exists (select from platform.tenants t where t.id = l.tenant_id))
      union all
      select ${last}::bigint + 1, e.id, 'removed' from told e
      where not exists (select from logged l where l.id = e.id)
    ) faults order by seq, id limit 1`;
  if (!row) return null;
  const { seq, fault } = row;
  if (fault === 'removed') {
    const message = `Event ${row.id} was sealed and its row is gone: the end was cut off.`;
    return { seq, id: null, message };
  }
  return {
    seq,
    id: Number(row.id),
    message: `Row ${seq} was ${fault}: its event does not say so.`,
  };
}
