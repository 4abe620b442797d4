import { limitKey } from '../auth/attempt-limits';
import { type AppClient, appClient } from '../db/client';
import { redisLink } from '../state/engines';
import type { RedisLink } from '../state/redis/redis-link';
import { isStateAway } from '../state/state-engine';

/** Points of a window that is shared by all processes. */
export interface PointsAsked {
  key: string;
  points: number;
  limit: number;
  seconds: number;
}

export interface PointsGiven {
  /** As many as were left, at most what was asked for. */
  granted: number;
  /** How many are left now. */
  left: number;
  /** When the window ends. */
  waitSeconds: number;
}

export type PointStore = (asked: PointsAsked) => Promise<PointsGiven>;

/** Counts in Redis where there is one, and in PostgreSQL where there is none or it is away. */
export function pointStore(
  link: () => RedisLink | null = redisLink,
  client: () => AppClient = appClient,
): PointStore {
  return async (asked) => {
    const redis = link();
    if (!redis) return inPostgres(client(), asked);
    return inRedis(redis, asked).catch((error) => {
      if (isStateAway(error)) return inPostgres(client(), asked);
      throw error;
    });
  };
}

async function inRedis(link: RedisLink, { key, points, limit, seconds }: PointsAsked) {
  const args = [points, limit, seconds * 1000];
  const answer = (await link.run('statePoints', `app:${hashed(key)}`, args)) as number[];
  const [granted = 0, left = 0, wait = 0] = answer;
  return { granted, left, waitSeconds: wait / 1000 };
}

async function inPostgres(client: AppClient, { key, points, limit, seconds }: PointsAsked) {
  const name = hashed(key);
  await client.verified();
  const [row] = await client.query(
    (sql) => sql`
      select * from platform.take_points(${name}, ${points}::int, ${limit}::int, ${seconds}::int)`,
  );
  return {
    granted: row?.granted ?? 0,
    left: row?.remaining ?? 0,
    waitSeconds: row?.wait_seconds ?? seconds,
  };
}

function hashed(key: string): string {
  return limitKey({ name: 'requests', subject: key });
}
