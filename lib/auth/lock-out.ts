import { after } from 'next/server';
import { type AppClient, appClient } from '../db/client';
import { log } from '../log';
import { abuseLimits, type LimitName } from './abuse-limits';
import type { Attempt } from './verify-credentials';

/** An account whose attempts are used up. */
export interface LockOut {
  email: string;
  attempt: Attempt;
  limit: LimitName;
}

/**
 * Tells the person and the admins of their tenant that the account is closed for a while. What closes
 * it is the counter itself, for emails that nobody has too. After the answer, which would else take
 * longer for the emails that somebody has.
 */
export async function lockOut(locked: LockOut, client: AppClient = appClient()): Promise<void> {
  const work = () => write(locked, client);
  try {
    after(() => work().catch((err) => log.error({ event: 'lock-out.failed', err }, 'not told')));
  } catch {
    // Outside a request there is nobody who waits.
    await work();
  }
}

async function write({ email, attempt, limit }: LockOut, client: AppClient): Promise<void> {
  const { realm, address, userAgent = '', requestId = '' } = attempt;
  const { points, seconds } = abuseLimits[limit];
  const tried = limit.startsWith('code/') ? 'code' : 'password';
  await client.query(
    (sql) => sql`
      select platform.lock_out(${email}, ${realm}, ${tried}, ${points}::int, ${seconds}::int,
        ${userAgent}, ${address}, ${requestId})`,
  );
}
