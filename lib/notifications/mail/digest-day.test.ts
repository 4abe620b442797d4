import { expect, test } from 'vitest';
import { digestDay } from './digest-day';

const at = (time: string, zone: string) => digestDay(new Date(time), zone);

test('before eight no digest is due, at eight today’s', () => {
  expect(at('2026-01-31T07:00:00Z', 'UTC')).toBeNull();
  const due = { day: '2026-01-31', until: new Date('2026-01-31T08:00:00Z') };
  for (const time of ['08:00', '08:59', '23:00']) {
    expect(at(`2026-01-31T${time}:00Z`, 'UTC')).toEqual(due);
  }
});

test('the day and the hour are those of the place', () => {
  expect(at('2026-01-31T22:00:00Z', 'Asia/Tokyo')).toBeNull();
  expect(at('2026-01-31T23:00:00Z', 'Asia/Tokyo')).toEqual({
    ...{ day: '2026-02-01', until: new Date('2026-01-31T23:00:00Z') },
  });
  // Half an hour off: at half past eight it tells of what came before eight.
  expect(at('2026-01-31T03:00:00Z', 'Asia/Kolkata')).toEqual({
    ...{ day: '2026-01-31', until: new Date('2026-01-31T02:30:00Z') },
  });
  expect(at('2026-03-29T06:00:00Z', 'Europe/Berlin')?.until).toEqual(
    new Date('2026-03-29T06:00:00Z'),
  );
});

test('every hour of a year belongs to one digest a day, in any zone', () => {
  for (const zone of ['UTC', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu']) {
    const days = new Map<string, number>();
    for (let hour = 0; hour < 365 * 24; hour += 1) {
      const due = digestDay(new Date(Date.UTC(2026, 0, 1, hour)), zone);
      if (!due) continue;
      expect([due.until.getTime(), days.get(due.day) ?? due.until.getTime()]).toEqual([
        ...[due.until.getTime(), due.until.getTime()],
      ]);
      days.set(due.day, due.until.getTime());
    }
    expect([364, 365, 366]).toContain(days.size);
  }
});
