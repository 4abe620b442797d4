import type { AppClient } from '../db/client';
import { log } from '../log';
import { cronPlanner } from './plan-crons';
import { type Outcome, runJob } from './run-job';
import { takeTurns } from './take-turns';
import { tellEvents } from './tell-events';
import { leaseSeconds, type Wiring } from './wiring';

export interface Drained {
  events: number;
  jobs: Record<Outcome, number>;
  /** False when the time was up first. */
  isEmpty: boolean;
  milliseconds: number;
}

const atOnce = 4;

/**
 * Works off what is due, for where no worker runs: events to jobs, jobs, audit log. Ends when nothing
 * is left, or when the time is up; what is then under way gets a few seconds more.
 */
export async function drainJobs(
  client: AppClient,
  wiring: Wiring,
  budgetMilliseconds = 20_000,
): Promise<Drained> {
  const begun = Date.now();
  const isOver = () => Date.now() - begun >= budgetMilliseconds;
  const jobs: Drained['jobs'] = { done: 0, retry: 0, dead: 0, lost: 0 };
  const stopping = AbortSignal.timeout(budgetMilliseconds + 5000);
  const lease = takeTurns(client);
  let events = 0;
  let isEmpty = false;
  await client.verified();
  await cronPlanner(client, wiring.crons)();
  while (!isEmpty && !isOver()) {
    const told = await tellEvents(client, wiring, isOver);
    const leased = await lease(atOnce, leaseSeconds);
    const attempts = leased.map((job) =>
      runJob({ client, wiring, stopping }, job).catch(comesBack),
    );
    for (const outcome of await Promise.all(attempts)) jobs[outcome] += 1;
    events += told;
    isEmpty = leased.length === 0 && told === 0;
  }
  return { events, jobs, isEmpty, milliseconds: Date.now() - begun };
}

function comesBack(error: unknown): Outcome {
  log.warn({ event: 'worker.failed', err: error }, 'a job comes back after its lease');
  return 'lost';
}
