import type { AppClient } from '../db/client';
import type { JobEvent } from './handler';

/** A job on loan. The lease proves it; whoever lost it can neither finish nor fail the job. */
export interface LeasedJob {
  id: number;
  lease: string;
  kind: string;
  attempt: number;
  /** Whose turn it was: the next lease begins after them. */
  turn?: string;
}

/** What is in it. */
export interface JobContent {
  tenantId: string | null;
  payload: Record<string, unknown>;
  eventId: number | null;
  /** Null where there was none, or it is gone. */
  event: JobEvent | null;
}

/**
 * Gives new events their jobs, at most `limit`.
 *
 * @param ordered - kinds that hear a tenant's events one after the other.
 * @returns how many events there were.
 */
export async function fanOutEvents(
  client: AppClient,
  kinds: Record<string, string[]>,
  limit = 500,
  ordered: string[] = [],
): Promise<number> {
  const rows = await client.query(
    (sql) => sql`
      select platform.fan_out_events(${JSON.stringify(kinds)}::text::jsonb, ${limit},
        array(select jsonb_array_elements_text(${JSON.stringify(ordered)}::text::jsonb))) as told`,
  );
  return rows[0]?.told ?? 0;
}

/**
 * Borrows due jobs: of each tenant its oldest, one before a second of any.
 *
 * @param turn - the tenant to begin after, as the last lease said.
 */
export async function leaseJobs(
  client: AppClient,
  limit: number,
  seconds: number,
  turn: string | null = null,
): Promise<LeasedJob[]> {
  const rows = await client.query(
    (sql) => sql`
      select id::text, lease_id, kind, attempts, turn
      from platform.lease_jobs(${limit}, ${seconds}, ${turn}::text::uuid) order by id`,
  );
  return rows.map(({ id, lease_id, attempts, ...job }) => ({
    id: Number(id),
    lease: lease_id,
    attempt: attempts,
    kind: job.kind,
    turn: job.turn,
  }));
}

/** Reads a job that is on loan to the caller, or null when the lease was lost. */
export async function readJob(client: AppClient, job: LeasedJob): Promise<JobContent | null> {
  const [row] = await client.query(
    (sql) => sql`
      select tenant_id, payload, event_id::text, event from platform.read_job(${job.id}, ${job.lease})`,
  );
  if (!row) return null;
  const eventId = row.event_id === null ? null : Number(row.event_id);
  return { tenantId: row.tenant_id, payload: row.payload, eventId, event: row.event };
}

/** @returns false when the lease was lost, and somebody else has the job. */
export async function finishJob(client: AppClient, job: LeasedJob): Promise<boolean> {
  const [row] = await client.query(
    (sql) => sql`select platform.finish_job(${job.id}, ${job.lease}) as held`,
  );
  return row?.held === true;
}

/** How far a job has come, as it says itself. */
export interface Progress {
  done: number;
  total?: number;
  words?: string;
}

/**
 * Extends a loan, with what there is to say of the work.
 *
 * @returns false when the lease was lost.
 */
export async function keepJob(
  client: AppClient,
  job: LeasedJob,
  seconds: number,
  progress?: Progress,
): Promise<boolean> {
  const { done = null, total = null, words = null } = progress ?? {};
  const [row] = await client.query(
    (sql) => sql`
      select platform.keep_job(${job.id}, ${job.lease}, ${seconds}, ${done}, ${total}, ${words}) as held`,
  );
  return row?.held === true;
}

/** Why an attempt failed: for the platform's operators, and for the tenant's own people. */
export interface Failure {
  reason: string;
  words: string;
}

/**
 * Notes a failed attempt.
 *
 * @param retrySeconds - when to try again; null gives the job up.
 * @returns false when the lease was lost.
 */
export async function failJob(
  client: AppClient,
  job: LeasedJob,
  { reason, words }: Failure,
  retrySeconds: number | null,
): Promise<boolean> {
  const [row] = await client.query(
    (sql) => sql`
      select platform.fail_job(${job.id}, ${job.lease}, ${reason}, ${retrySeconds}, ${words}) as held`,
  );
  return row?.held === true;
}

/** How work is going, across all tenants. */
export interface JobHealth {
  /** Age of the oldest event or job that nobody has taken up, null when there is none. */
  oldestSeconds: number | null;
  dead: number;
  /** Audit logs that cannot be sealed. */
  unsealed: number;
}

export async function readJobHealth(client: AppClient): Promise<JobHealth> {
  const [row] = await client.query(
    (sql) => sql`select oldest_seconds, dead::int, unsealed::int from platform.job_health()`,
  );
  const { oldest_seconds = null, dead = 0, unsealed = 0 } = row ?? {};
  return { oldestSeconds: oldest_seconds, dead, unsealed };
}
