import { expect, test } from 'vitest';
import { realtimeLimits } from './realtime-limits';

test('what is not said is as usual, also where it is said to be undefined', () => {
  const usual = realtimeLimits();
  expect(realtimeLimits({ connections: undefined })).toEqual(usual);
  expect(realtimeLimits({ connections: 5 })).toEqual({ ...usual, connections: 5 });
});

test('the protocol’s own bounds hold', () => {
  const limits = realtimeLimits({
    webhookGraceMs: 60_000,
    webhookRetryMs: 3_600_000,
    cacheTtlSeconds: 86_400,
  });
  expect(limits).toMatchObject({
    webhookGraceMs: 3000,
    webhookRetryMs: 300_000,
    cacheTtlSeconds: 1800,
  });
});
