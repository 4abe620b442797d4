/** How a tenant writes dates. */
export interface DateSettings {
  timeZone: string;
  locale: string;
}

/**
 * A day as the tenant's readers write it, in the tenant's time zone: "18 November 2026".
 * @param iso an instant as ISO 8601; anything else gives the empty string
 * @param style how much of it; only the day unless given
 * @param settings a zone or locale the runtime does not know falls back to UTC and English
 */
export function formatDate(
  iso: string,
  settings: DateSettings,
  style: DateStyle = { dateStyle: 'long' },
): string {
  const instant = new Date(iso);
  if (Number.isNaN(instant.getTime())) return '';
  const timeZone = known(settings.timeZone, (zone) => createFormat('en-GB', zone, style), 'UTC');
  const locale = known(settings.locale, (name) => createFormat(name, 'UTC', style), 'en-GB');
  return createFormat(locale, timeZone, style).format(instant);
}

type DateStyle = Pick<Intl.DateTimeFormatOptions, 'dateStyle' | 'timeStyle' | 'month' | 'year'>;

function createFormat(locale: string, timeZone: string, style: DateStyle): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { ...style, timeZone });
}

function known(value: string, attempt: (value: string) => unknown, fallback: string): string {
  try {
    attempt(value);
    return value;
  } catch {
    return fallback;
  }
}
