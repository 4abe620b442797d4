import { readLocalTime } from '../../resources/zoned-time';

const form =
  /^(\d{4}-\d\d-\d\d)(?:[T\s]+(\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?))?\s*(Z|UTC|[+-]\d\d:?\d\d)?$/i;

/**
 * Reads a date as front matters have it: `2024-05-01`, `2024-05-01 10:30`, `2024-05-01T10:30:00Z`,
 * `2024-05-01 10:30:00 +0200`.
 *
 * @param timeZone - in which one without an offset is meant.
 * @returns ISO time, or null for anything else.
 */
export function readDate(text: string, timeZone: string): string | null {
  const match = form.exec(text);
  if (!match) return null;
  const [, day = '', time = '00:00', offset] = match;
  const instant = offset
    ? exact(`${day}T${time}`, offset)
    : readLocalTime(`${day}T${time}`, timeZone);
  const year = instant?.getUTCFullYear() ?? 0;
  return instant && year >= 1 && year <= 9999 ? instant.toISOString() : null;
}

function exact(clock: string, offset: string): Date | null {
  // A day that is none, as the 31st of February, would roll on.
  if (!readLocalTime(clock, 'UTC')) return null;
  const zone = /^[+-]/.test(offset) ? offset.replace(/^(...):?(..)$/, '$1:$2') : 'Z';
  const instant = new Date(clock + zone);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
