import { describe, expect, test } from 'vitest';
import { measurePairs, ratiosOf, summarizeRun } from './measure-pairs';

describe('paired runs', () => {
  test('reference and target take turns, a reference at both ends', async () => {
    const order: string[] = [];
    const side = (name: string) => async () => {
      order.push(name);
      return { rate: order.length };
    };
    const run = await measurePairs(2, side('r'), side('t'));
    expect(order.join('')).toBe('rtrtr');
    expect(run).toEqual({
      references: [{ rate: 1 }, { rate: 3 }, { rate: 5 }],
      targets: [{ rate: 2 }, { rate: 4 }],
    });
  });
  test('a drift of the machine cancels out', () => {
    const run = { references: [{ ms: 1 }, { ms: 3 }, { ms: 5 }], targets: [{ ms: 2 }, { ms: 4 }] };
    expect(ratiosOf(run, 'ms')).toEqual([1, 1]);
  });
  test('a summary has the ratios and what was seen', () => {
    const run = { references: [{ ms: 2 }, { ms: 2 }, { ms: 2 }], targets: [{ ms: 3 }, { ms: 5 }] };
    expect(summarizeRun(run, 'ms')).toEqual({
      ...{ median: 2, min: 1.5, max: 2.5, pairs: 2 },
      seen: { reference: [2, 2, 2], target: [3, 5] },
    });
  });
  test('a missing number is an error and not a NaN', () => {
    const run = { references: [{ ms: 1 }], targets: [{ ms: 1 }] };
    expect(() => ratiosOf(run, 'ms')).toThrow('no ms');
  });
});
