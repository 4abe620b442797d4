import { and, asc, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { PlatformDb } from '../db/platform-tx';
import { auditLog } from '../db/schema/platform';
import { type AuditRow, auditHash, firstLink } from './audit-hash';
import { findDisagreement } from './compare-with-events';

/** The first thing that is wrong with a log. */
export interface AuditFault {
  seq: number;
  /** The event's id; null for a row that is gone. */
  id: number | null;
  message: string;
}

export interface AuditReport {
  /** Rows looked at. */
  rows: number;
  /** The newest row. Kept elsewhere, it shows a log whose end was cut off. */
  head: { seq: number; hash: string };
  fault: AuditFault | null;
}

const rowsAtOnce = 1000;

/**
 * Goes through an audit log from its first row, computes every hash anew and names the first row
 * that was edited, removed, exchanged or put in. What the chain alone cannot show, a missing end or
 * a row that was sealed again after a change, is found as long as its events are kept (30 days).
 *
 * @param db - the CLI's, or the console's for a superuser.
 * @param tenantId - null for the platform's own log.
 */
export async function verifyAudit(
  db: Pick<PlatformDb, 'read'>,
  tenantId: string | null,
): Promise<AuditReport> {
  const head = { seq: 0, hash: firstLink };
  let fault: AuditFault | null = null;
  for (let last = { seq: '0', id: '0' }; !fault; ) {
    const rows = await readRows(db, tenantId, last);
    for (const row of rows) {
      fault = faultOf(row, head);
      if (fault) break;
      Object.assign(head, { seq: Number(row.seq), hash: row.hash });
    }
    if (rows.length < rowsAtOnce) break;
    last = rows.at(-1) ?? last;
  }
  const rows = head.seq;
  return { rows, head, fault: fault ?? (await findDisagreement(db, tenantId, head.seq)) };
}

function faultOf(row: AuditRow, before: AuditReport['head']): AuditFault | null {
  const expected = before.seq + 1;
  const seq = Number(row.seq);
  const id = Number(row.id);
  if (seq > expected) {
    const until = seq - 1 > expected ? ` to ${seq - 1}` : '';
    return { seq: expected, id: null, message: `Row ${expected}${until} was removed.` };
  }
  if (seq < expected) return { seq, id, message: `Row ${seq} was put in.` };
  if (row.previousHash !== before.hash) {
    const message = `Row ${seq} does not follow row ${before.seq}: one of the two was edited, exchanged or put in.`;
    return { seq, id, message };
  }
  if (auditHash(row) !== row.hash) return { seq, id, message: `Row ${seq} was edited.` };
  return null;
}

/** As PostgreSQL writes them: what was hashed is the text. */
const asText = (column: PgColumn) => sql<string>`${column}::text`;

async function readRows(
  db: Pick<PlatformDb, 'read'>,
  tenantId: string | null,
  after: Pick<AuditRow, 'seq' | 'id'>,
): Promise<AuditRow[]> {
  const { id, seq, payload, ...columns } = getTableColumns(auditLog);
  return db.read((tx) =>
    tx
      .select({ ...columns, id: asText(id), seq: asText(seq), payload: asText(payload) })
      .from(auditLog)
      .where(
        and(
          tenantId === null ? isNull(auditLog.tenantId) : eq(auditLog.tenantId, tenantId),
          sql`(${seq}, ${id}) > (${after.seq}::bigint, ${after.id}::bigint)`,
        ),
      )
      .orderBy(asc(seq), asc(id))
      .limit(rowsAtOnce),
  );
}
