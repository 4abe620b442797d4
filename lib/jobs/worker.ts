import type { AppClient } from '../db/client';
import { log } from '../log';
import { cronPlanner } from './plan-crons';
import { type Outcome, runJob } from './run-job';
import { takeTurns } from './take-turns';
import { tellEvents } from './tell-events';
import { leaseSeconds, type Wiring } from './wiring';

export interface WorkerOptions {
  client: AppClient;
  wiring: Wiring;
  /** Jobs at a time. Each may hold a connection of the pool. */
  concurrency?: number;
  /** How often it looks though nobody called: where LISTEN cannot work, and for what is due later. */
  pollMilliseconds?: number;
  leaseSeconds?: number;
}

export interface Worker {
  /** Looks for work now. Calls while it looks are folded into one. */
  wake(): void;
  /** Milliseconds since it last looked and was answered, or null before the first time. */
  age(): number | null;
  /** Jobs under way. */
  running(): number;
  /** Takes no more work and waits for what runs; what is not done then is told and comes back. */
  stop(patienceMilliseconds?: number): Promise<void>;
}

/**
 * Starts a worker: it turns events into jobs, runs due jobs under leases and keeps the audit log
 * sealed. Any number of them work side by side, in any number of processes.
 */
export function startWorker(options: WorkerOptions): Worker {
  const { client, concurrency = 4, pollMilliseconds = 2000 } = options;
  const stopping = new AbortController();
  const { leaseSeconds: seconds = leaseSeconds } = options;
  const place = {
    client,
    wiring: options.wiring,
    stopping: stopping.signal,
    leaseSeconds: seconds,
  };
  const jobs = new Set<Promise<Outcome | undefined>>();
  const lease = takeTurns(client);
  const plan = cronPlanner(client, place.wiring.crons);
  let isStopped = false;
  let seenAt: number | null = null;

  const look = async () => {
    await plan().catch(warnOnce);
    await tellEvents(client, place.wiring, () => isStopped);
    const free = concurrency - jobs.size;
    if (free > 0 && !isStopped) {
      const leased = await lease(free, seconds);
      for (const job of leased) begin(runJob(place, job));
    }
    seenAt = Date.now();
  };
  const begin = (attempt: Promise<Outcome>) => {
    const job = attempt.catch(warnOnce).finally(() => {
      jobs.delete(job);
      wake();
    });
    jobs.add(job);
  };
  const warnOnce = createWarning(() => seenAt);
  const { wake, settled } = folded(() => (isStopped ? Promise.resolve() : look()), warnOnce);
  const timer = setInterval(wake, pollMilliseconds);
  timer.unref();
  const listeners = ['tenantry_events', 'tenantry_jobs'].map((channel) =>
    client.sql.listen(channel, wake, wake).catch(warnOnce),
  );
  wake();
  return {
    wake,
    age: () => (seenAt === null ? null : Date.now() - seenAt),
    running: () => jobs.size,
    stop: async (patienceMilliseconds = 3000) => {
      isStopped = true;
      clearInterval(timer);
      await within(
        patienceMilliseconds,
        settled().then(() => Promise.all(jobs)),
      );
      stopping.abort();
      // Not waited for where it never came to listen: the driver keeps trying while the server is away.
      const silence = listeners.map((one) =>
        one.then((listener) => listener?.unlisten()).catch(() => {}),
      );
      await within(500, Promise.all([...silence, ...jobs]));
    },
  };
}

/** Runs one at a time; whoever calls meanwhile gets one more run after it. */
function folded(run: () => Promise<void>, onError: (error: unknown) => void) {
  let running: Promise<void> | undefined;
  let again = false;
  const loop = async () => {
    do {
      again = false;
      await run().catch(onError);
    } while (again);
  };
  const wake = () => {
    again = true;
    running ??= loop().finally(() => {
      running = undefined;
      if (again) wake();
    });
  };
  return { wake, settled: async () => running };
}

/** An outage is told once, not at every look. */
function createWarning(seenAt: () => number | null) {
  let warnedAt: number | null | undefined;
  return (error: unknown): undefined => {
    if (warnedAt === seenAt()) return;
    warnedAt = seenAt();
    log.warn({ event: 'worker.failed', err: error }, 'the worker could not look for work');
  };
}

async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work.then(() => {}), patience]);
  clearTimeout(timer);
}
