import { describe, expect, test } from 'vitest';
import { judge, judgeAll, type RatioResult } from './ratio-result';
import { sampleResult } from './sample-result';

const rate = (median: number): RatioResult => ({ ...sampleResult, median });
const latency = (median: number): RatioResult => ({
  ...sampleResult,
  better: 'lower',
  limit: 1.3,
  aim: 1.15,
  median,
});

describe('the verdict', () => {
  test.each([
    [rate(0.5), 'aim reached'],
    [rate(0.4), 'met'],
    [rate(0.39), 'below'],
    [latency(1.15), 'aim reached'],
    [latency(1.3), 'met'],
    [latency(1.31), 'below'],
  ])('on %o is %s', (result, verdict) => {
    expect(judge(result)).toBe(verdict);
  });
  test('on several ways of measuring is the worst', () => {
    expect(judgeAll([rate(0.6), rate(0.45)])).toBe('met');
    expect(judgeAll([rate(0.1), rate(0.6)])).toBe('below');
    expect(judgeAll([rate(0.6)])).toBe('aim reached');
  });
});
