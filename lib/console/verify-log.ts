import { sealAudit } from '../audit/seal-audit';
import { type AuditReport, verifyAudit } from '../audit/verify-audit';
import type { PlatformContext } from './platform-context';

export type { AuditReport };

/**
 * Computes an audit log anew from the console, what has just happened included, see verifyAudit.
 *
 * @param tenantId - null for the platform's own.
 */
export async function verifyLog(
  { db }: Pick<PlatformContext, 'db'>,
  tenantId: string | null,
): Promise<AuditReport> {
  await sealAudit(tenantId);
  return verifyAudit(db, tenantId);
}
