import { authSecret } from '../auth/auth-secret';
import { startFollower } from '../cache/current-follower';
import { UnsafeDatabaseRole } from '../db/check-role';
import { appClient } from '../db/client';
import { isDatabaseUnavailable } from '../db/database-fault';
import { isServerless } from '../env';
import { log } from '../log';
import { cleanRequests } from './clean-requests';

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
  if (isServerless()) return;
  // Waited for: what is cached from now on must find its invalidations.
  await startFollower(appClient())
    .drain()
    .catch(() => {});
  log.info({ event: 'server.started' }, 'serving');
}

function refuse(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
