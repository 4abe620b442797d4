import type { RatioResult } from './ratio-result';

/** A result for the tests of the report. */
export const sampleResult: RatioResult = {
  id: 'P1',
  name: 'cached page / static page',
  measure: 'requests per second',
  better: 'higher',
  limit: 0.4,
  aim: 0.5,
  median: 0.456,
  min: 0.42,
  max: 0.51,
  pairs: 7,
  seen: { reference: [100, 102], target: [46] },
  notes: ['23,000 bytes against 22,800'],
};
