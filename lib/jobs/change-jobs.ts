import { and, asc, gt, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { jobs } from '../db/schema/platform';
import type { ScopedTx } from '../db/scoped-tx';
import { type EventOrigin, recordEvents } from '../events/record-event';

/** What people do with jobs that were given up. */
export type JobVerb = 'retry' | 'discard';

/** What became of a job: changed, or left for a reason. */
export interface JobFate {
  id: string;
  label: string;
  why: string | null;
}

const words = {
  retry: { type: 'job.retried', running: 'It is running.', waiting: 'It has not been tried yet.' },
  discard: {
    type: 'job.discarded',
    running: 'It is running.',
    waiting: 'It was not given up. Only jobs that were can be discarded.',
  },
} as const;

/**
 * Sends jobs back to work that were given up, or at once what waits for its next attempt; or takes
 * given up ones for done. Each with its event in the audit log of whose job it is. What runs or is
 * done is left: the database refuses it too, to whoever is quick.
 *
 * @param tx - a tenant's, which knows its own jobs alone, or the platform's.
 * @returns one answer for each that exists, in the order of their numbers.
 */
export async function changeJobs(
  tx: ScopedTx,
  origin: EventOrigin,
  ids: number[],
  verb: JobVerb,
): Promise<JobFate[]> {
  const { id, kind, tenantId, attempts, lockedUntil, doneAt, deadAt } = jobs;
  const found = await tx
    .select({ id, kind, tenantId, attempts, lockedUntil, doneAt, deadAt })
    .from(jobs)
    .where(inArray(id, ids))
    .orderBy(asc(id));
  const meant = found.filter((job) => whyNot(job, verb) === null).map((job) => job.id);
  const changed = new Set(meant.length > 0 ? await change(tx, meant, verb) : []);
  await recordEvents(
    tx,
    origin,
    found
      .filter((job) => changed.has(job.id))
      .map((job) => ({
        type: words[verb].type,
        tenantId: job.tenantId,
        payload: { resource: 'jobs', label: labelOf(job), job: job.id, kind: job.kind },
        cacheTags: [],
      })),
  );
  return found.map((job) => ({
    id: String(job.id),
    label: labelOf(job),
    why: changed.has(job.id) ? null : (whyNot(job, verb) ?? 'It has changed just now.'),
  }));
}

type Row = Pick<
  typeof jobs.$inferSelect,
  'id' | 'kind' | 'attempts' | 'lockedUntil' | 'doneAt' | 'deadAt'
>;

function whyNot({ attempts, lockedUntil, doneAt, deadAt }: Row, verb: JobVerb): string | null {
  if (doneAt) return 'It is done.';
  if (deadAt) return null;
  if (lockedUntil) return words[verb].running;
  return verb === 'retry' && attempts > 0 ? null : words[verb].waiting;
}

function labelOf({ id, kind }: Row): string {
  return `${kind} ${id}`;
}

async function change(tx: ScopedTx, ids: number[], verb: JobVerb): Promise<number[]> {
  const now = sql`now()`;
  const values =
    verb === 'retry'
      ? { deadAt: null, attempts: 0, runAt: now }
      : { deadAt: null, doneAt: now, discardedAt: now };
  // Asked again: somebody else may have been quicker.
  const isDead = isNotNull(jobs.deadAt);
  const isMeant = verb === 'retry' ? or(isDead, gt(jobs.attempts, 0)) : isDead;
  const rows = await tx
    .update(jobs)
    .set(values)
    .where(and(inArray(jobs.id, ids), isNull(jobs.doneAt), isNull(jobs.lockedUntil), isMeant))
    .returning({ id: jobs.id });
  return rows.map(({ id }) => id);
}
