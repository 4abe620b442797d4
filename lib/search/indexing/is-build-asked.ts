import { and, eq, inArray } from 'drizzle-orm';
import type { ScopedTx } from '../../db/scoped-tx';
import { tenantJobs } from '../../jobs/job-lists';
import { buildSearchIndex } from './build-job';

/** True while a job of the tenant that makes its index waits or runs. */
export async function isBuildAsked(tx: Pick<ScopedTx, 'select'>): Promise<boolean> {
  const { id, kind, state } = tenantJobs;
  const [row] = await tx
    .select({ id })
    .from(tenantJobs)
    .where(
      and(
        eq(kind, buildSearchIndex.kind),
        inArray(state, ['waiting', 'running', 'retrying'] as const),
      ),
    )
    .limit(1);
  return row !== undefined;
}
