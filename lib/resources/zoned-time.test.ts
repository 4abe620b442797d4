import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLocalTime, writeLocalTime, zonedDay } from './zoned-time';

test.each([
  ['2026-01-15T12:00', 'Europe/Berlin', '2026-01-15T11:00:00.000Z'],
  ['2026-07-15T12:00', 'Europe/Berlin', '2026-07-15T10:00:00.000Z'],
  ['2026-07-15T12:00:30', 'UTC', '2026-07-15T12:00:30.000Z'],
  ['2026-07-15T23:30', 'America/Los_Angeles', '2026-07-16T06:30:00.000Z'],
  ['2026-07-15T00:00', 'Asia/Kathmandu', '2026-07-14T18:15:00.000Z'],
  ['2026-07-15', 'Pacific/Kiritimati', '2026-07-14T10:00:00.000Z'],
  // Clocks skip this one; and show this one twice.
  ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
])('%s in %s', (text, zone, instant) => {
  expect(readLocalTime(text, zone)?.toISOString()).toBe(instant);
});

test.each([
  '',
  'now',
  '2026-02-30T10:00',
  '2026-13-01T10:00',
  '2026-01-01T24:00',
  '2026-01-01T10:60',
])('“%s” is no time', (text) => {
  expect(readLocalTime(text, 'UTC')).toBeNull();
});

test('what a field shows is read back as the same minute', () => {
  const zones = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kolkata', 'Pacific/Apia'];
  const minutes = fc.integer({ min: 0, max: 60 * 24 * 365 * 80 });
  fc.assert(
    fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
      const shown = writeLocalTime(new Date(minute * 60_000), zone);
      const read = readLocalTime(shown, zone) as Date;
      expect(writeLocalTime(read, zone)).toBe(shown);
    }),
  );
});

test('a day begins at midnight of its zone, and days roll over', () => {
  expect(zonedDay([2026, 1, 32], 'Europe/Berlin').toISOString()).toBe('2026-01-31T23:00:00.000Z');
  expect(zonedDay([2026, 13, 1], 'UTC').toISOString()).toBe('2027-01-01T00:00:00.000Z');
});
