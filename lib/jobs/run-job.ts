import type { AppClient } from '../db/client';
import { log } from '../log';
import { bindTenant, runDetached } from '../tenancy/context';
import { findTenant } from '../tenancy/get-tenant';
import { tenantContext } from '../tenancy/tenant-context';
import { describeFailure } from './describe-failure';
import { type Handler, type Job, PermanentFailure } from './handler';
import { failJob, finishJob, type JobContent, type LeasedJob, readJob } from './job-store';
import { mostAttempts, retryDelay } from './retry-delay';
import type { Wiring } from './wiring';

/** What came of an attempt. `lost`: somebody else has the job by now. */
export type Outcome = 'done' | 'retry' | 'dead' | 'lost';

/** Where jobs run. */
export interface Workplace {
  client: AppClient;
  wiring: Wiring;
  /** Aborted when the process stops. */
  stopping: AbortSignal;
}

const usualLimitSeconds = 30;

/**
 * Runs one attempt of a job on loan and notes what came of it. The tenant is read from the job's own
 * row each time, and nothing of it outlives the attempt (C13).
 *
 * @throws when the database is away; the job comes back when its lease ends.
 */
export function runJob(place: Workplace, leased: LeasedJob): Promise<Outcome> {
  // A request may have woken the worker: its tenant is not the job's.
  return runDetached(() => runAttempt(place, leased));
}

async function runAttempt(place: Workplace, leased: LeasedJob): Promise<Outcome> {
  const content = await readJob(place.client, leased);
  if (!content) return 'lost';
  const about = { kind: leased.kind, job: leased.id, tenant: content.tenantId };
  const attempt = leased.attempt;
  try {
    if (attempt > mostAttempts) {
      throw new PermanentFailure('The process ended during each of its attempts.');
    }
    await attemptJob(place, leased, content);
  } catch (error) {
    const isDead = error instanceof PermanentFailure || attempt >= mostAttempts;
    const delay = isDead ? null : retryDelay(attempt);
    const reason = describeFailure(error);
    const level = isDead ? 'error' : 'warn';
    log[level](
      { event: 'job.failed', ...about, attempt, retrySeconds: delay, reason },
      'a job failed',
    );
    const held = await failJob(place.client, leased, reason, delay);
    return held ? (isDead ? 'dead' : 'retry') : 'lost';
  }
  log.debug({ event: 'job.done', ...about, attempt }, 'a job is done');
  return (await finishJob(place.client, leased)) ? 'done' : 'lost';
}

async function attemptJob(place: Workplace, leased: LeasedJob, content: JobContent): Promise<void> {
  const handler = place.wiring.handlers.get(leased.kind);
  // Not given up at once: a newer release beside this one may have it.
  if (!handler) throw new Error(`This release has no handler named ${leased.kind}.`);
  if (content.eventId !== null && !content.event) {
    throw new PermanentFailure(`Its event ${content.eventId} is gone.`);
  }
  const { tenantId, payload, event } = content;
  const seconds = handler.timeLimitSeconds ?? usualLimitSeconds;
  const signal = AbortSignal.any([place.stopping, AbortSignal.timeout(seconds * 1000)]);
  const { id, kind, attempt } = leased;
  const job: Job = { id, kind, attempt, tenantId, payload, event, signal };
  const work = await prepare(place.client, handler, job);
  await untilAborted(work(), signal, seconds);
}

async function prepare(
  client: AppClient,
  handler: Handler,
  job: Job,
): Promise<() => Promise<void>> {
  if (handler.scope === 'platform') return () => handler.run(job);
  if (!job.tenantId) throw new PermanentFailure('It names no tenant, and its handler needs one.');
  const tenant = await findTenant(job.tenantId, client);
  if (!tenant) throw new PermanentFailure(`The tenant ${job.tenantId} is gone.`);
  if (tenant.status !== 'active' && !handler.whileSuspended) {
    const why = tenant.status === 'maintenance' ? 'being worked on' : 'suspended';
    throw new Error(`The tenant ${tenant.slug} is ${why}.`);
  }
  const requestId = job.event?.requestId || undefined;
  const ctx = tenantContext(tenant, { client, requestId });
  return () => bindTenant(ctx, () => handler.run(ctx, job));
}

/** A handler that does not listen to its signal goes on, but its attempt is over. */
async function untilAborted(work: Promise<void>, signal: AbortSignal, seconds: number) {
  const aborted = new Promise<never>((_, reject) => {
    const giveUp = () => {
      const isTime = (signal.reason as Error | undefined)?.name === 'TimeoutError';
      reject(
        new Error(isTime ? `It took longer than ${seconds} seconds.` : 'The process stopped.'),
      );
    };
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });
  aborted.catch(() => {});
  work.catch(() => {});
  await Promise.race([work, aborted]);
}
