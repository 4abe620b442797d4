import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { jobs } from '../db/schema/platform';
import type { ScopedTx } from '../db/scoped-tx';
import type { JobDefinition } from './define-job';
import { payloadFault } from './payload-fault';

interface EnqueueOptions {
  /** With it, a second job of the same kind, key and tenant is not made while the first one is kept. */
  key?: string;
  /** Not before then; at once unless told. */
  runAt?: Date;
}

/**
 * Asks for work in the transaction of the change that needs it (C22): the tenant is the
 * transaction's own, and without the commit there is no job. The worker hears at the commit.
 *
 * @throws Error when the payload does not fit what the job was declared with.
 */
export async function enqueueJob<S extends z.ZodType>(
  tx: Pick<ScopedTx, 'insert'>,
  job: JobDefinition<S>,
  payload: z.input<S>,
  { key, runAt }: EnqueueOptions = {},
): Promise<void> {
  // As the row will have it: what cannot be written down as JSON must not fail only later.
  const kept = JSON.parse(JSON.stringify(payload));
  const parsed = job.schema.safeParse(kept);
  if (!parsed.success) {
    throw new Error(
      `A job of the kind ${job.kind} was asked for, but ${payloadFault(parsed.error)}`,
    );
  }
  const lane = job.lane ?? (job.inOrder ? job.kind : undefined);
  const insert = tx.insert(jobs).values({ kind: job.kind, payload: kept, key, runAt, lane });
  await (key === undefined
    ? insert
    : insert.onConflictDoNothing({
        target: [jobs.tenantId, jobs.kind, jobs.key],
        where: sql`key is not null`,
      }));
}
