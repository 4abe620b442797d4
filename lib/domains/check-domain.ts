import type { DomainContext } from './domain-context';
import { proofOf } from './domain-records';
import { getDomainRow, noSuchDomain } from './get-domain';
import { type DomainFinding, lookUpDomain } from './look-up-domain';
import { type CheckOutcome, noteCheck, type UnboundQuery } from './note-check';

/** What a check may use instead of the process's own. */
export interface CheckOptions {
  lookUp?: (hostname: string) => Promise<DomainFinding>;
  query?: UnboundQuery;
}

/**
 * Looks a domain of the tenant up in the DNS and notes what follows: it is verified, moved here from
 * the tenant whose proof is gone, or taken back after days without its record. No transaction is open
 * while the DNS is asked.
 *
 * @throws AppError not_found, also for one that was removed meanwhile.
 */
export async function checkDomain(
  ctx: DomainContext,
  id: string,
  { lookUp = lookUpDomain, query }: CheckOptions = {},
): Promise<CheckOutcome> {
  const { id: known, hostname, token } = await getDomainRow(ctx, id);
  const finding = explain(await lookUp(hostname), proofOf(token));
  const { tenant, actor, requestId } = ctx;
  const noted = await noteCheck(
    { tenantId: tenant.id, id: known, actor, requestId },
    finding,
    query,
  );
  if (noted.outcome === 'gone') throw noSuchDomain();
  return noted;
}

function explain(finding: DomainFinding, proof: string): DomainFinding {
  const isOther = finding.seen !== null && finding.seen.length > 0 && !finding.seen.includes(proof);
  if (!isOther) return finding;
  return { ...finding, detail: 'There is a “tenantry-verify” record with another value.' };
}
