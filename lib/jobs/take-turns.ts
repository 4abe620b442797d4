import { randomUUID } from 'node:crypto';
import type { AppClient } from '../db/client';
import { type LeasedJob, leaseJobs } from './job-store';

/** Borrows due jobs, each time beginning after the tenant whose turn was last. */
export type Lease = (limit: number, seconds: number) => Promise<LeasedJob[]>;

/**
 * Makes a lease that keeps in mind whose turn it was, so that a tenant with one job waits for the
 * others' turns and not for their queues. It begins anywhere: what is started over and over, as by
 * a scheduler, must not begin with the same tenants each time.
 */
export function takeTurns(client: AppClient): Lease {
  let turn = randomUUID() as string;
  return async (limit, seconds) => {
    const leased = await leaseJobs(client, limit, seconds, turn);
    turn = leased[0]?.turn ?? turn;
    return leased;
  };
}
