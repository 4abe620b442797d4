import { currentFollower } from '../cache/current-follower';
import { appClient } from '../db/client';
import { currentWorker } from '../jobs/current-worker';
import { type JobHealth, readJobHealth } from '../jobs/job-store';
import type { Check } from './check-health';

const patienceMilliseconds = 1000;
/** The event log and the jobs are looked at every two seconds; five missed looks are a fault. */
const silenceMilliseconds = 10_000;
/** Work of a process that runs jobs is taken up at once; after so long it stands still. */
const longestWaitSeconds = 300;

/**
 * Says whether this process follows the event log and works off jobs, how long the oldest has been
 * due, how many were given up, and how many audit logs cannot be sealed. `off` where another process, or the cron route, does the work.
 */
export async function checkJobs(): Promise<Check> {
  const worker = currentWorker();
  const ages = [currentFollower()?.age(), worker?.age()].filter((age) => age !== undefined);
  const health = await within(readJobHealth(appClient()).catch(() => null));
  const isSilent = ages.some((age) => age === null || age > silenceMilliseconds);
  const isStuck = !health || (worker && (health.oldestSeconds ?? 0) > longestWaitSeconds);
  if (isSilent || isStuck) return { status: 'down', detail: detailOf(Boolean(worker), health) };
  return { status: worker ? 'up' : 'off', detail: detailOf(Boolean(worker), health) };
}

function detailOf(isOn: boolean, health: JobHealth | null): string {
  if (!health) return 'the jobs could not be counted';
  const waiting =
    health.oldestSeconds === null
      ? 'nothing due'
      : `oldest due for ${Math.round(health.oldestSeconds)} s`;
  const unsealed = health.unsealed > 0 ? `, audit logs not sealed: ${health.unsealed}` : '';
  return `worker ${isOn ? 'on' : 'off'}, ${waiting}, ${health.dead} dead${unsealed}`;
}

function within<T>(work: Promise<T>): Promise<T | null> {
  const patience = new Promise<null>((resolve) => {
    setTimeout(resolve, patienceMilliseconds, null).unref();
  });
  return Promise.race([work, patience]);
}
