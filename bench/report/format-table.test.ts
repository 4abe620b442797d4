import { describe, expect, test } from 'vitest';
import { formatTable } from './format-table';
import { sampleResult } from './sample-result';

const slow = {
  ...sampleResult,
  id: 'P3' as const,
  name: 'scoped query / plain query',
  measure: 'latency',
  better: 'lower' as const,
  limit: 1.3,
  aim: 1.15,
  median: 1.4,
  notes: [],
};

describe('the table', () => {
  const lines = formatTable([sampleResult, slow]).split('\n');

  test('has a line for each ratio, in columns', () => {
    expect(lines[1]).toBe(
      'P1  cached page / static page   requests per second  0.46    0.42 to 0.51  at least 0.4, aim 0.5  met',
    );
    expect(lines[2]).toContain('at most 1.3, aim 1.15  below');
    expect(lines[1]?.indexOf('0.46')).toBe(lines[2]?.indexOf('1.40'));
  });
  test('says what else was seen', () => {
    expect(lines).toContain('P1  23,000 bytes against 22,800');
  });
  test('ends with a verdict for each', () => {
    expect(lines.slice(-2)).toEqual(['P1 met', 'P3 BELOW what is wanted']);
  });
});
