import { describe, expect, test } from 'vitest';
import { defineCron } from './define-cron';

const run = async () => {};
const slot = (times: { every?: string; at?: string; timeZone?: string }, now: string) =>
  defineCron({ name: 'c', ...times, run })
    .slotAt(new Date(now))
    ?.toISOString();

describe('the slot of a moment', () => {
  test.each([
    [{ every: '15m' }, '2026-03-01T10:14:59.999Z', '2026-03-01T10:00:00.000Z'],
    [{ every: '15m' }, '2026-03-01T10:15:00.000Z', '2026-03-01T10:15:00.000Z'],
    [{ every: '1d' }, '2026-03-01T23:00:00.000Z', '2026-03-01T00:00:00.000Z'],
    [{ at: '0 3 * * *' }, '2026-03-01T02:59:59.999Z', '2026-02-28T03:00:00.000Z'],
    [{ at: '0 3 * * *' }, '2026-03-01T03:00:00.000Z', '2026-03-01T03:00:00.000Z'],
    [{ at: '0 3 * * *' }, '2026-03-01T03:00:00.500Z', '2026-03-01T03:00:00.000Z'],
    [{ at: '0 3 1 * *' }, '2026-03-31T00:00:00.000Z', '2026-03-01T03:00:00.000Z'],
    [
      { at: '0 3 * * *', timeZone: 'Europe/Berlin' },
      '2026-03-28T04:00:00Z',
      '2026-03-28T02:00:00.000Z',
    ],
    [
      { at: '0 3 * * *', timeZone: 'Europe/Berlin' },
      '2026-03-29T04:00:00Z',
      '2026-03-29T01:00:00.000Z',
    ],
  ])('%j at %s is %s', (times, now, expected) => {
    expect(slot(times, now)).toBe(expected);
  });
});

test.each([
  [{}, 'needs "every" or "at", and not both'],
  [{ every: '1h', at: '0 3 * * *' }, 'needs "every" or "at", and not both'],
  [{ every: 'hourly' }, 'runs every "hourly": write it as in 15m'],
  [{ every: '0m' }, 'runs every "0m"'],
  [{ at: 'soon' }, 'runs at "soon", which is no such time'],
  [{ at: '0 25 * * *' }, 'runs at "0 25 * * *", which is no such time'],
  [{ at: '0 3 31 2 *' }, 'runs at "0 3 31 2 *", which never comes'],
  [{ at: '0 3 * * *', timeZone: 'Mars/Base' }, 'no such time'],
])('%j is refused at start', (times, message) => {
  expect(() => defineCron({ name: 'c', ...times, run })).toThrow(message);
});
