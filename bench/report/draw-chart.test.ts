import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { drawChart } from './draw-chart';
import { sampleResult } from './sample-result';

describe('the chart', () => {
  const full = { ...sampleResult, median: 1, min: 1, max: 1, limit: 0.5, aim: 0.75 };

  test('is well-formed whatever the names are', () => {
    expect(XMLValidator.validate(drawChart([{ ...sampleResult, name: 'a < b & c' }]))).toBe(true);
  });
  test('has a bar as long as the ratio, and marks for limit and aim', () => {
    const svg = drawChart([full]);
    // 712 wide for 1.04.
    expect(svg).toContain('<rect class="good" x="24" y="102" width="684.6"');
    expect(svg).toContain('<line x1="366.3" x2="366.3"');
    expect(svg).toContain('<line class="aim" x1="537.5"');
  });
  test('colours a ratio that misses', () => {
    expect(drawChart([{ ...full, median: 0.4 }])).toContain('<text class="value bad"');
  });
  test('is readable on light and on dark', () => {
    expect(drawChart([])).toContain('prefers-color-scheme: dark');
  });
  test('grows with the number of ratios', () => {
    expect(drawChart([full, full])).toContain('viewBox="0 0 760 208"');
  });
});
