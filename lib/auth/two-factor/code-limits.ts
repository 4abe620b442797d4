import type { AppClient } from '../../db/client';
import { giveBack, take } from '../abuse-limits';

/** Whose codes are counted. */
export interface CodeCount {
  userId: string;
  /**
   * A browser the person has signed in with before, or a live session: failures elsewhere do not
   * keep it out.
   */
  known: string | null;
}

/**
 * Counts a code before it is tried, on whatever host: who guesses codes has the password already.
 *
 * @returns how many are left before the account's codes are closed for a while.
 * @throws TooMany after 5 within 15 minutes, or 30 within a day.
 */
export async function takeCodeAttempt(count: CodeCount, client?: AppClient): Promise<number> {
  const left = await take('code/account', subjectOf(count), client);
  await take('code/account-day', subjectOf(count), client);
  return left;
}

/** A right code: the failures before it were the person's own. */
export async function forgiveCodeAttempts(count: CodeCount, client?: AppClient): Promise<void> {
  await giveBack('code/account', subjectOf(count), 'all', client);
  await giveBack('code/account-day', subjectOf(count), 1, client);
}

function subjectOf({ userId, known }: CodeCount): string {
  return known === null ? userId : `${userId} ${known}`;
}
