import { expect, test } from 'vitest';
import { clockOf, publishWords } from './publish-words';

const now = '2026-11-30T09:00';

test.each([
  ['draft', '', 'Publish'],
  ['draft', '2026-11-30T08:59', 'Publish'],
  ['draft', '2026-11-30T09:01', 'Schedule'],
  ['scheduled', '2026-12-01T00:00', 'Update schedule'],
  ['scheduled', '', 'Publish'],
  ['published', '2026-11-01T00:00', 'Publish changes'],
])('%s with %j: %s', (status, goesOut, words) => {
  expect(publishWords(status, goesOut, now)).toBe(words);
});

test('clocks are those of the zone', () => {
  const instant = new Date('2026-11-30T23:30:00Z');
  expect(clockOf('Europe/Rome', instant)).toBe('2026-12-01T00:30');
  expect(clockOf('America/New_York', instant)).toBe('2026-11-30T18:30');
});
