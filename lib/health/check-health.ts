import { appClient } from '../db/client';
import { redisLink } from '../state/engines';
import { checkJobs } from './check-jobs';
import { checkRealtime } from './check-realtime';
import { checkSearch } from './check-search';

export type CheckStatus = 'up' | 'down' | 'off';

export interface Check {
  status: CheckStatus;
  detail?: string;
}

export interface Health {
  status: 'up' | 'degraded' | 'down';
  checks: Record<'database' | 'realtime' | 'search' | 'jobs', Check> & {
    /** Only where REDIS_URL is set. */
    redis?: Check;
  };
}

const patienceMilliseconds = 2000;

/** Looks at every part. Takes at most two seconds, whatever hangs. */
export async function checkHealth(): Promise<Health> {
  const [isUp, redis, realtime, search] = await Promise.all([
    isDatabaseUp(),
    checkRedis(),
    checkRealtime(),
    checkSearch(),
  ]);
  const database = isUp ? 'up' : 'down';
  const jobs: Check = database === 'up' ? await checkJobs() : { status: 'down' };
  const isWhole = [jobs, redis, realtime, search].every((part) => part?.status !== 'down');
  const status = database === 'down' ? 'down' : isWhole ? 'up' : 'degraded';
  return {
    status,
    checks: {
      database: { status: database },
      realtime,
      search,
      jobs,
      ...(redis && { redis }),
    },
  };
}

/** Its own time limits are shorter than ours. */
async function checkRedis(): Promise<Check | undefined> {
  const link = redisLink();
  if (!link) return undefined;
  if (await link.ping()) return { status: 'up' };
  return { status: 'down', detail: 'caches are empty, requests are counted by PostgreSQL' };
}

let asking: Promise<boolean> | undefined;

/** One question at a time, however many ask: a mute database would otherwise get a connection each. */
async function isDatabaseUp(): Promise<boolean> {
  const patience = new Promise<boolean>((resolve) => {
    setTimeout(resolve, patienceMilliseconds, false).unref();
  });
  asking ??= askDatabase().finally(() => {
    asking = undefined;
  });
  return Promise.race([asking, patience]);
}

async function askDatabase(): Promise<boolean> {
  try {
    const client = appClient();
    await client.verified();
    await client.query((sql) => sql`select 1`);
    return true;
  } catch {
    return false;
  }
}
