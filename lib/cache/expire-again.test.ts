import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { expireAgain } from './expire-again';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('tags are forgotten at once and in two later rounds, then no more', async () => {
  const expire = vi.fn(async () => {});
  await expireAgain(expire, [10, 20])(['t:a']);
  expect(expire.mock.calls).toEqual([[['t:a']]]);
  await vi.advanceTimersByTimeAsync(15);
  expect(expire).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1000);
  expect(expire).toHaveBeenCalledTimes(3);
});

test('a first round that fails is the caller’s to repeat; nothing is promised for later', async () => {
  const expire = vi.fn(async () => Promise.reject(new Error('away')));
  await expect(expireAgain(expire, [10])(['t:a'])).rejects.toThrow('away');
  await vi.advanceTimersByTimeAsync(1000);
  expect(expire).toHaveBeenCalledTimes(1);
});

test('a later round that fails harms nobody', async () => {
  const expire = vi.fn(async () => {});
  expire.mockResolvedValueOnce(undefined).mockRejectedValueOnce(new Error('away'));
  await expireAgain(expire, [10, 20])(['t:a']);
  await vi.advanceTimersByTimeAsync(1000);
  expect(expire).toHaveBeenCalledTimes(3);
});
