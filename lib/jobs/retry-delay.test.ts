import { expect, test } from 'vitest';
import { mostAttempts, retryDelay } from './retry-delay';

test('each wait is twice the one before, up to four hours', () => {
  const waits = [1, 2, 3, 4].map((attempt) => retryDelay(attempt, () => 0));
  expect(waits).toEqual([5, 10, 20, 40]);
  expect(retryDelay(mostAttempts, () => 0)).toBe(4 * 3600);
});

test('chance makes it up to half as long again', () => {
  expect(retryDelay(1, () => 1)).toBe(7.5);
  expect(retryDelay(1)).toBeGreaterThanOrEqual(5);
});

test('all attempts together take less than a day and more than a working day', () => {
  const waits = Array.from({ length: mostAttempts - 1 }, (_, n) => retryDelay(n + 1, () => 0.5));
  const hours = waits.reduce((sum, wait) => sum + wait, 0) / 3600;
  expect(hours).toBeGreaterThan(9);
  expect(hours).toBeLessThan(24);
});
