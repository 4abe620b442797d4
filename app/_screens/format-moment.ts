/** Zone and language in which dates are written. */
export interface DateWords {
  timeZone: string;
  locale: string;
}

const minute = 60_000;
const hour = 60 * minute;

/**
 * A point in time as lists show it: "3 min ago" under an hour, the time of day under a day, then
 * the day, with the year where it is another one.
 *
 * @param iso - an instant; anything else gives the empty string.
 */
export function formatMoment(iso: string, dates: DateWords, now = Date.now()): string {
  const instant = new Date(iso);
  if (Number.isNaN(instant.getTime())) return '';
  const age = now - instant.getTime();
  if (age >= 0 && age < minute) return 'just now';
  if (age >= 0 && age < hour) return `${Math.floor(age / minute)} min ago`;
  if (age >= 0 && age < 24 * hour) return `${Math.floor(age / hour)} h ago`;
  const isThisYear = yearOf(instant, dates) === yearOf(new Date(now), dates);
  return formatOf(dates, isThisYear ? 'day' : 'year').format(instant);
}

/** The whole of it: "21 November 2026 at 10:42". */
export function formatExactly(iso: string, dates: DateWords): string {
  const instant = new Date(iso);
  return Number.isNaN(instant.getTime()) ? '' : formatOf(dates, 'exact').format(instant);
}

function yearOf(instant: Date, dates: DateWords): string {
  return formatOf(dates, 'onlyYear').format(instant);
}

const styles = {
  day: { day: 'numeric', month: 'short' },
  year: { day: 'numeric', month: 'short', year: 'numeric' },
  onlyYear: { year: 'numeric' },
  exact: { dateStyle: 'long', timeStyle: 'short' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

// Making one costs more than writing a page of dates; zones and languages are few.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf({ timeZone }: DateWords, style: keyof typeof styles): Intl.DateTimeFormat {
  const key = `${style} ${timeZone}`;
  const known = formats.get(key);
  if (known) return known;
  // The interface is in English whatever the language of the site's dates.
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, ...styles[style] });
  formats.set(key, made);
  return made;
}
