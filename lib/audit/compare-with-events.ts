import { and, asc, eq, exists, isNotNull, isNull, not, or, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { PlatformDb, PlatformTx } from '../db/platform-tx';
import { auditLog, events, tenants } from '../db/schema/platform';
import type { AuditFault } from './verify-audit';

/**
 * Holds a log against the events it was sealed from, as far as they are still there: the first row
 * that says something else than its event, tells of none, or is missing at the end of the chain.
 *
 * @param last - seq of the last row of the chain.
 */
export async function findDisagreement(
  db: Pick<PlatformDb, 'read'>,
  tenantId: string | null,
  last: number,
): Promise<AuditFault | null> {
  const [edited, putIn, removed] = await db.read((tx) =>
    Promise.all([findEdited(tx, tenantId), findPutIn(tx, tenantId), findRemoved(tx, tenantId)]),
  );
  const faults = [
    ...edited.map((row) => faultOf(row, 'edited')),
    ...putIn.map((row) => faultOf(row, 'put in')),
  ];
  const [first] = faults.toSorted((a, b) => a.seq - b.seq);
  const [event] = removed;
  if (!event || (first && first.seq <= last)) return first ?? null;
  const message = `Event ${event.id} was sealed and its row is gone: the end was cut off.`;
  return { seq: last + 1, id: null, message };
}

interface Row {
  seq: number;
  id: number;
}

function faultOf({ seq, id }: Row, fault: string): AuditFault {
  return { seq, id, message: `Row ${seq} was ${fault}: its event does not say so.` };
}

const place = { seq: auditLog.seq, id: auditLog.id };

/** The rows of a chain. */
function logged(tenantId: string | null) {
  return tenantId === null ? isNull(auditLog.tenantId) : eq(auditLog.tenantId, tenantId);
}

/** The events that were sealed into it. */
function told(tenantId: string | null) {
  const own = tenantId === null ? isNull(events.tenantId) : eq(events.tenantId, tenantId);
  return and(own, isNotNull(events.sealedAt));
}

const differs = (a: PgColumn, b: PgColumn) => sql`${a} is distinct from ${b}`;

function findEdited(tx: PlatformTx, tenantId: string | null): Promise<Row[]> {
  const isOther = or(
    differs(events.type, auditLog.type),
    differs(events.createdAt, auditLog.createdAt),
    differs(events.payload, auditLog.payload),
    differs(events.actorName, auditLog.actorName),
    differs(events.requestId, auditLog.requestId),
    differs(events.subjectId, auditLog.subjectId),
    differs(events.actorId, auditLog.actorId),
  );
  return tx
    .select(place)
    .from(auditLog)
    .innerJoin(events, and(eq(events.id, auditLog.id), told(tenantId)))
    .where(and(logged(tenantId), isOther))
    .orderBy(asc(auditLog.seq), asc(auditLog.id))
    .limit(1);
}

/** Of rows younger than what housekeeping takes; and a tenant that was purged took its events along. */
function findPutIn(tx: PlatformTx, tenantId: string | null): Promise<Row[]> {
  const one = { one: sql`1` };
  const event = tx
    .select(one)
    .from(events)
    .where(and(eq(events.id, auditLog.id), told(tenantId)));
  const tenant = tx.select(one).from(tenants).where(eq(tenants.id, auditLog.tenantId));
  return tx
    .select(place)
    .from(auditLog)
    .where(
      and(
        logged(tenantId),
        sql`${auditLog.createdAt} > now() - interval '29 days'`,
        not(exists(event)),
        or(isNull(auditLog.tenantId), exists(tenant)),
      ),
    )
    .orderBy(asc(auditLog.seq), asc(auditLog.id))
    .limit(1);
}

function findRemoved(tx: PlatformTx, tenantId: string | null): Promise<{ id: number }[]> {
  const row = tx
    .select({ one: sql`1` })
    .from(auditLog)
    .where(and(logged(tenantId), eq(auditLog.id, events.id)));
  return tx
    .select({ id: events.id })
    .from(events)
    .where(and(told(tenantId), not(exists(row))))
    .orderBy(asc(events.id))
    .limit(1);
}
