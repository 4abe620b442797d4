import type { DomainContext } from './domain-context';
import { proofOf } from './domain-records';
import type { DomainRow } from './domain-status';
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
  options: CheckOptions = {},
): Promise<CheckOutcome> {
  const row = await getDomainRow(ctx, id);
  // Whoever presses the button again meanwhile gets the same answer, and the DNS one question.
  const check = running.get(row.id) ?? lookAndNote(ctx, row, options);
  running.set(row.id, check);
  return check.finally(() => running.delete(row.id));
}

const running = new Map<string, Promise<CheckOutcome>>();

async function lookAndNote(
  ctx: DomainContext,
  { id, hostname, token }: DomainRow,
  { lookUp = lookUpDomain, query }: CheckOptions,
): Promise<CheckOutcome> {
  const finding = explain(await lookUp(hostname), proofOf(token));
  const { tenant, actor, requestId } = ctx;
  const noted = await noteCheck({ tenantId: tenant.id, id, actor, requestId }, finding, query);
  if (noted.outcome === 'gone') throw noSuchDomain();
  return noted;
}

function explain(finding: DomainFinding, proof: string): DomainFinding {
  const isOther = finding.seen !== null && finding.seen.length > 0 && !finding.seen.includes(proof);
  if (!isOther) return finding;
  return { ...finding, detail: 'There is a “tenantry-verify” record with another value.' };
}
