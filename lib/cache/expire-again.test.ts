import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { expireAgain } from './expire-again';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const delaysMilliseconds = [5000, 30_000];
const isUp = () => true;

test('tags are forgotten at once and in two later rounds, then no more', async () => {
  const expire = vi.fn(async () => {});
  await expireAgain(expire, { delaysMilliseconds, isUp })(['t:a']);
  expect(expire.mock.calls).toEqual([[['t:a']]]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(expire).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(100_000);
  expect(expire).toHaveBeenCalledTimes(3);
  expect(vi.getTimerCount()).toBe(0);
});

test('changes that follow one another share their later rounds', async () => {
  const expire = vi.fn(async () => {});
  const again = expireAgain(expire, { delaysMilliseconds, isUp });
  for (let n = 0; n < 10; n += 1) await again(['t:a']);
  await vi.advanceTimersByTimeAsync(100_000);
  expect(expire).toHaveBeenCalledTimes(12);
});

test('later rounds wait while the database is away', async () => {
  let up = false;
  const expire = vi.fn(async () => {});
  await expireAgain(expire, { delaysMilliseconds, isUp: () => up })(['t:a']);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(expire).toHaveBeenCalledTimes(1);
  up = true;
  await vi.advanceTimersByTimeAsync(2000);
  expect(expire).toHaveBeenCalledTimes(2);
});

test('a first round that fails is the caller’s to repeat; nothing is promised for later', async () => {
  const expire = vi.fn(async () => Promise.reject(new Error('away')));
  const again = expireAgain(expire, { delaysMilliseconds, isUp });
  await expect(again(['t:a'])).rejects.toThrow('away');
  await vi.advanceTimersByTimeAsync(100_000);
  expect(expire).toHaveBeenCalledTimes(1);
});
