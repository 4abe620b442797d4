const digestHour = 8;

/** A digest's day, and the moment up to which it tells. */
export interface DigestDay {
  /** As in 2026-01-31, where the tenant is. */
  day: string;
  until: Date;
}

/**
 * The day whose digest is due: today's from about eight in the morning where the tenant is, and
 * nobody's before. It tells of what came before eight, whenever the hour is worked off.
 *
 * @returns null before eight.
 */
export function digestDay(now: Date, timeZone: string): DigestDay | null {
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  }).formatToParts(now);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const hours = Number(of('hour')) - digestHour;
  if (hours < 0) return null;
  const since = (hours * 3600 + Number(of('minute')) * 60 + Number(of('second'))) * 1000;
  const until = new Date(Math.floor((now.getTime() - since) / 1000) * 1000);
  return { day: `${of('year')}-${of('month')}-${of('day')}`, until };
}
