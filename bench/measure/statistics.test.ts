import { describe, expect, test } from 'vitest';
import { median, quantile, summarize } from './statistics';

describe('statistics', () => {
  test('the median is the middle, or the mean of the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([7])).toBe(7);
  });
  test('numbers are ordered as numbers', () => {
    expect(summarize([10, 9, 100])).toEqual({ median: 10, min: 9, max: 100 });
  });
  test('a quantile lies between its neighbours', () => {
    expect(quantile([0, 10, 20, 30], 0.95)).toBeCloseTo(28.5);
    expect(quantile([1, 2, 3], 0)).toBe(1);
  });
  test('the list given stays as it is', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
  test('nothing has no median', () => {
    expect(() => median([])).toThrow('no values');
  });
});
