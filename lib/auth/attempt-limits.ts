import { type AppClient, appClient } from '../db/client';
import { TooMany } from '../errors';
import { derived } from './auth-secret';

/** How often something may be tried within a window. */
export interface Limit {
  /** What is counted, as `sign-in/account`. */
  name: string;
  /** Who is counted: an account, an address. Only its hash is kept. */
  subject: string;
  points: number;
  seconds: number;
}

/**
 * Counts an attempt before it is made: of many at the same moment, no more than allowed get through.
 *
 * @returns how many are left.
 * @throws TooMany when none was left, with the seconds until the window ends.
 */
export async function checkLimit(limit: Limit, client: AppClient = appClient()): Promise<number> {
  await client.verified();
  const [row] = await client.query(
    (sql) => sql`
      select * from platform.take_point(${limitKey(limit)}, ${limit.points}::int, ${limit.seconds}::int)`,
  );
  const remaining: number = row?.remaining ?? -1;
  if (remaining < 0) throw new TooMany(Math.max(row?.wait_seconds ?? limit.seconds, 1));
  return remaining;
}

/** Takes back what {@link checkLimit} counted: one attempt that was none, or all of them. */
export async function forgiveLimit(
  limit: Limit,
  points: number | 'all',
  client: AppClient = appClient(),
): Promise<void> {
  const count = points === 'all' ? null : points;
  await client.query(
    (sql) => sql`select platform.return_points(${limitKey(limit)}, ${count}::int)`,
  );
}

/** The name under which a limit is counted: tells nobody who is meant. */
export function limitKey({ name, subject }: Pick<Limit, 'name' | 'subject'>): string {
  return derived(`limit:${name}:${subject}`).toString('base64url');
}
