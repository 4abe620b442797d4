import { jobs } from '../db/schema/platform';
import type { ScopedTx } from '../db/scoped-tx';

export interface NewJob {
  kind: string;
  payload?: Record<string, unknown>;
  /** With it, a second job of the same kind, key and tenant is not made while the first one is kept. */
  key?: string;
  runAt?: Date;
}

/** Asks for work in the transaction of the change that needs it (C22). The worker hears at the commit. */
export async function enqueueJob(tx: Pick<ScopedTx, 'insert'>, job: NewJob): Promise<void> {
  await tx.insert(jobs).values(job).onConflictDoNothing();
}
