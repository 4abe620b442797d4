import { describe, expect, test } from 'vitest';
import { formatExactly, formatMoment } from './format-moment';

const dates = { timeZone: 'Europe/Stockholm', locale: 'sv' };
const now = Date.parse('2026-11-21T10:42:00Z');

describe('a point in time in a list', () => {
  test.each([
    ['2026-11-21T10:41:30Z', 'just now'],
    ['2026-11-21T10:40:00Z', '2 min ago'],
    ['2026-11-21T08:05:00Z', '2 h ago'],
    ['2026-11-20T10:42:00Z', '20 Nov'],
    // Already the next day in the tenant's zone.
    ['2026-11-10T23:30:00Z', '11 Nov'],
    ['2025-12-31T22:30:00Z', '31 Dec 2025'],
    ['2025-12-31T23:30:00Z', '1 Jan'],
    ['2026-11-22T10:42:00Z', '22 Nov'],
    ['no time', ''],
  ])('%s is %s', (iso, words) => {
    expect(formatMoment(iso, dates, now)).toBe(words);
  });
});

test('the whole of it is in the tenant’s zone', () => {
  expect(formatExactly('2026-11-21T10:42:00Z', dates)).toBe('21 November 2026 at 11:42');
  expect(formatExactly('', dates)).toBe('');
});
