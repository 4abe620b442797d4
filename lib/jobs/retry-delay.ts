/** After so many attempts, within a day of the first, a job is given up. */
export const mostAttempts = 16;

const firstSeconds = 5;
const longestSeconds = 4 * 3600;

/**
 * Seconds until the next attempt: twice as long each time, and by chance up to half as long again,
 * so that what failed together does not come back together.
 *
 * @param attempt - the one that has just failed, from 1.
 */
export function retryDelay(attempt: number, chance: () => number = Math.random): number {
  const seconds = Math.min(longestSeconds, firstSeconds * 2 ** (attempt - 1));
  return seconds * (1 + chance() / 2);
}
