import type { AppClient } from '../db/client';
import { log } from '../log';
import { runDetached } from '../tenancy/context';
import { failureOf } from './describe-failure';
import { type Job, PermanentFailure, ToldFailure } from './handler';
import { type HeldLease, holdLease } from './hold-lease';
import { failJob, finishJob, type JobContent, type LeasedJob, readJob } from './job-store';
import { payloadFault } from './payload-fault';
import { prepareJob } from './prepare-job';
import { mostAttempts, retryDelay } from './retry-delay';
import { leaseSeconds, type Wiring } from './wiring';

/** What came of an attempt. `lost`: somebody else has the job by now. */
export type Outcome = 'done' | 'retry' | 'dead' | 'lost';

/** Where jobs run. */
export interface Workplace {
  client: AppClient;
  wiring: Wiring;
  /** Aborted when the process stops. */
  stopping: AbortSignal;
  leaseSeconds?: number;
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
  const held = holdLease(place.client, leased, place.leaseSeconds ?? leaseSeconds);
  try {
    if (leased.attempt > mostAttempts) {
      throw new PermanentFailure('The process ended during each of its attempts.');
    }
    await attemptJob(place, leased, content, held).finally(held.release);
  } catch (error) {
    await held.release();
    return noteFailure(place, leased, content, error);
  }
  const { kind, id: job, attempt } = leased;
  log.debug({ event: 'job.done', kind, job, tenant: content.tenantId, attempt }, 'a job is done');
  return (await finishJob(place.client, leased)) ? 'done' : 'lost';
}

async function noteFailure(
  { client }: Workplace,
  leased: LeasedJob,
  { tenantId: tenant }: JobContent,
  error: unknown,
): Promise<Outcome> {
  const { kind, id: job, attempt } = leased;
  const isDead = error instanceof PermanentFailure || attempt >= mostAttempts;
  const delay = isDead ? null : retryDelay(attempt);
  const failure = failureOf(error);
  const about = { event: 'job.failed', kind, job, tenant, attempt, retrySeconds: delay };
  log[isDead ? 'error' : 'warn']({ ...about, reason: failure.reason }, 'a job failed');
  const isHeld = await failJob(client, leased, failure, delay);
  return isHeld ? (isDead ? 'dead' : 'retry') : 'lost';
}

async function attemptJob(
  place: Workplace,
  leased: LeasedJob,
  content: JobContent,
  held: HeldLease,
): Promise<void> {
  const handler = place.wiring.handlers.get(leased.kind);
  // Not given up at once: a newer release beside this one may have it.
  if (!handler) throw new Error(`This release has no handler named ${leased.kind}.`);
  if (content.eventId !== null && !content.event) {
    throw new PermanentFailure(`Its event ${content.eventId} is gone.`);
  }
  const { tenantId, event } = content;
  const seconds = handler.timeLimitSeconds ?? usualLimitSeconds;
  const signal = AbortSignal.any([place.stopping, held.lost, AbortSignal.timeout(seconds * 1000)]);
  const { id, kind, attempt } = leased;
  const payload = readPayload(handler.schema, content.payload);
  const progress: Job['progress'] = (done, total, words) =>
    held.progress({ done: Math.trunc(done), total: total && Math.trunc(total), words });
  const job: Job = { id, kind, attempt, tenantId, payload, event, signal, progress };
  const work = await prepareJob(place.client, handler, job);
  await untilAborted(work(), signal, seconds);
}

/** @throws PermanentFailure for what does not fit: trying again would not help. */
function readPayload(schema: Schema, payload: Job['payload']): Job['payload'] {
  const parsed = schema?.safeParse(payload);
  if (!parsed) return payload;
  if (parsed.success) return parsed.data as Job['payload'];
  const said = payloadFault(parsed.error);
  const words = said.charAt(0).toUpperCase() + said.slice(1);
  throw new PermanentFailure(words, { words });
}

type Schema = NonNullable<ReturnType<Wiring['handlers']['get']>>['schema'];

/** A handler that does not listen to its signal goes on, but its attempt is over. */
async function untilAborted(work: Promise<void>, signal: AbortSignal, seconds: number) {
  const aborted = new Promise<never>((_, reject) => {
    const giveUp = () => {
      const { name, message } = signal.reason as Error;
      if (name === 'TimeoutError')
        reject(new ToldFailure(`It took longer than ${seconds} seconds.`));
      else reject(new ToldFailure(name === 'AbortError' ? 'The process stopped.' : message));
    };
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });
  aborted.catch(() => {});
  work.catch(() => {});
  await Promise.race([work, aborted]);
}
