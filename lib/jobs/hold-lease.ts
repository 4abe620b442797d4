import type { AppClient } from '../db/client';
import { log } from '../log';
import { keepJob, type LeasedJob, type Progress } from './job-store';

/** A loan that is extended for as long as the work goes on. */
export interface HeldLease {
  /** Aborted when somebody else has the job by now. */
  lost: AbortSignal;
  /** Writes down how far the work has come, once a second at most. */
  progress(progress: Progress): Promise<void>;
  /** Ends the extending. The last word of the progress is written down first. */
  release(): Promise<void>;
}

const progressMilliseconds = 1000;

/**
 * Extends the loan of a job three times within each lease, so that work may take longer than one. A
 * process that dies extends nothing, and its jobs come back when their leases end.
 */
export function holdLease(client: AppClient, job: LeasedJob, seconds: number): HeldLease {
  const lost = new AbortController();
  let pending: Progress | undefined;
  let writtenAt = 0;
  const extend = async () => {
    const said = pending;
    pending = undefined;
    if (said) writtenAt = Date.now();
    const isHeld = await keepJob(client, job, seconds, said);
    if (!isHeld) lost.abort(new Error('Somebody else has the job by now.'));
  };
  // With the database away for a while the lease may still be there afterwards.
  const tryTo = () =>
    extend().catch((error) => {
      log.warn({ event: 'job.not_extended', job: job.id, err: error }, 'a lease was not extended');
    });
  const timer = setInterval(tryTo, (seconds * 1000) / 3);
  timer.unref();
  return {
    lost: lost.signal,
    progress: async (progress) => {
      pending = progress;
      if (Date.now() - writtenAt >= progressMilliseconds) await tryTo();
    },
    release: async () => {
      clearInterval(timer);
      if (pending && !lost.signal.aborted) await tryTo();
    },
  };
}
