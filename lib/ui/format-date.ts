/** How a tenant writes dates. */
export interface DateSettings {
  timeZone: string;
  locale: string;
}

/**
 * A day as the tenant's readers write it, in the tenant's time zone: "18 November 2026".
 * @param iso an instant as ISO 8601; anything else gives the empty string
 * @param settings a zone or locale the runtime does not know falls back to UTC and English
 */
export function formatDate(iso: string, settings: DateSettings): string {
  const instant = new Date(iso);
  if (Number.isNaN(instant.getTime())) return '';
  const timeZone = known(settings.timeZone, (zone) => createFormat('en-GB', zone), 'UTC');
  const locale = known(settings.locale, (name) => createFormat(name, 'UTC'), 'en-GB');
  return createFormat(locale, timeZone).format(instant);
}

function createFormat(locale: string, timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
}

function known(value: string, attempt: (value: string) => unknown, fallback: string): string {
  try {
    attempt(value);
    return value;
  } catch {
    return fallback;
  }
}
