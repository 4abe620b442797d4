import { and, count, gt, isNull, sql } from 'drizzle-orm';
import { invitations } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import { readLimits } from '../../limits/read-limits';

/**
 * How many more may be invited before the members would be more than the tenant may have, counting
 * those whose invitation waits. Infinity where there is no limit. The last word is the database's,
 * when an invitation is accepted.
 */
export async function readRoom(tx: ScopedTx): Promise<number> {
  const limit = (await readLimits(tx)).find(({ name }) => name === 'members');
  if (!limit || limit.most === null) return Number.POSITIVE_INFINITY;
  const isWaiting = and(
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, sql`now()`),
  );
  const [row] = await tx.select({ waiting: count() }).from(invitations).where(isWaiting);
  return Math.max(limit.most - limit.used - (row?.waiting ?? 0), 0);
}
