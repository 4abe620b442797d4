import { createHash, timingSafeEqual } from 'node:crypto';
import { type AppClient, appClient } from '../db/client';
import { env } from '../env';
import { AppError } from '../errors';
import { type Drained, drainJobs } from './drain-jobs';
import type { Wiring } from './wiring';

/**
 * Works off what is due, for who holds CRON_SECRET.
 *
 * @param authorization - the header, as in `Bearer <secret>`.
 * @throws AppError `unavailable` where no secret is set, so that a scheduler's log says what is
 *   missing; `not_signed_in` for a wrong one.
 */
export async function runCron(
  wiring: Wiring,
  authorization: string | null,
  client?: AppClient,
): Promise<Drained> {
  const { CRON_SECRET } = env();
  if (!CRON_SECRET) {
    throw new AppError('unavailable', 'CRON_SECRET is not set, so this address does nothing.');
  }
  const given = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? '';
  if (!isSame(given, CRON_SECRET)) {
    throw new AppError('not_signed_in', 'The secret of this address is missing or wrong.');
  }
  return drainJobs(client ?? appClient(), wiring);
}

/** Digests are of one length, so that the time tells nothing of the secret's. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
