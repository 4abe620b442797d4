import { createHash } from 'node:crypto';

/** A row of the audit log as it is hashed. Ids and the payload are taken as PostgreSQL writes them. */
export interface AuditRow {
  seq: string;
  id: string;
  tenantId: string | null;
  createdAt: Date;
  type: string;
  resource: string;
  subjectId: string | null;
  label: string;
  actorId: string | null;
  actorName: string;
  requestId: string;
  payload: string;
  previousHash: string;
  hash: string;
}

/** What stands before the first row of a chain. */
export const firstLink = '0'.repeat(64);

/**
 * Computes a row's hash anew, apart from the database: SHA-256 over the hash before it and the
 * fields, one a line, each as its length in bytes and itself, or `-` for nothing. This and
 * platform.seal_audit are the two writers of the form; a test compares them.
 */
export function auditHash(row: AuditRow): string {
  const fields = [
    row.seq,
    row.id,
    row.tenantId,
    row.createdAt.toISOString(),
    row.type,
    row.resource,
    row.subjectId,
    row.label,
    row.actorId,
    row.actorName,
    row.requestId,
    row.payload,
  ];
  const text = [row.previousHash, ...fields.map(field)].join('\n');
  return createHash('sha256').update(text).digest('hex');
}

function field(value: string | null): string {
  return value === null ? '-' : `${Buffer.byteLength(value)}:${value}`;
}
