import { authSecret } from '../auth/auth-secret';
import { startFollower } from '../cache/current-follower';
import { UnsafeDatabaseRole } from '../db/check-role';
import { appClient } from '../db/client';
import { isDatabaseUnavailable } from '../db/database-fault';
import { env, isServerless } from '../env';
import { startCurrentWorker } from '../jobs/current-worker';
import { log } from '../log';
import { wiring } from '../reactions';
import { hostEmbeddedServer } from '../realtime/host-embedded-server';
import { redisLink } from '../state/engines';
import { cleanRequests } from './clean-requests';
import { finishJobsOnStop } from './finish-jobs-on-stop';

/**
 * Starts what runs beside the pages of this process. Refuses to serve at all with a database role
 * that could see across tenants, or without a secret; a database that is merely away is waited for.
 */
export async function startBackground(): Promise<void> {
  cleanRequests();
  try {
    authSecret();
    await appClient().verified();
  } catch (error) {
    if (!isDatabaseUnavailable(error) || error instanceof UnsafeDatabaseRole) return refuse(error);
    log.warn({ event: 'database.unavailable', err: error }, 'the database does not answer yet');
  }
  // Told in the log when it does not answer; caches do without it.
  await redisLink()?.ping();
  // The cron route does the worker's part there, and a job of each event the follower's.
  if (isServerless()) return;
  // Waited for: what is cached from now on must find its invalidations.
  await startFollower(appClient())
    .drain()
    .catch(() => {});
  await hostEmbeddedServer();
  if (env().WORKER === 'on') finishJobsOnStop(startCurrentWorker(appClient(), wiring));
  log.info({ event: 'server.started', worker: env().WORKER }, 'serving');
}

function refuse(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
