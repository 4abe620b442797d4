import { describe, expect, it } from 'vitest';
import { formatDate } from './format-date';

const lateEvening = '2026-11-18T23:30:00.000Z';

describe('a date', () => {
  it.each([
    ['UTC', 'en-GB', '18 November 2026'],
    ['Europe/Berlin', 'en-GB', '19 November 2026'],
    ['America/New_York', 'en-US', 'November 18, 2026'],
    ['Asia/Tokyo', 'de-DE', '19. November 2026'],
    ['Pacific/Kiritimati', 'fr-FR', '19 novembre 2026'],
  ])('is the day in %s, written as in %s: %s', (timeZone, locale, written) => {
    expect(formatDate(lateEvening, { timeZone, locale })).toBe(written);
  });

  it('falls back to UTC and English for what the runtime does not know', () => {
    expect(formatDate(lateEvening, { timeZone: 'Mars/Olympus', locale: 'xx_bad!' })).toBe(
      '18 November 2026',
    );
    expect(formatDate(lateEvening, { timeZone: '', locale: '' })).toBe('18 November 2026');
  });

  it('is empty for what is no date', () => {
    expect(formatDate('soon', { timeZone: 'UTC', locale: 'en-GB' })).toBe('');
  });
});
