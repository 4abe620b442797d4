import { describe, expect, it } from 'vitest';
import { readPageNumber } from './read-page-number';

describe('a page number in an address', () => {
  it.each([
    ['1', 1],
    ['2', 2],
    ['99999', 99999],
  ])('%s is a page', (written, page) => {
    expect(readPageNumber(written)).toBe(page);
  });

  it.each(['', '0', '01', '-1', '+1', '1.5', '1e3', '100000', ' 1', '1%20', '٣', 'NaN', '2/..'])(
    '%j is none',
    (written) => {
      expect(readPageNumber(written)).toBeNull();
    },
  );
});
