/** A wall-clock time as its numbers: year, month, day, hour, minute, second. */
type Clock = [number, number, number, number, number, number];

/**
 * Gives the instant at which clocks in a time zone show the given time. A time the clocks skip in
 * spring gives the one an hour later; one they show twice, the first.
 */
export function zonedInstant(clock: Clock, timeZone: string): Date {
  const [year, month, day, hour, minute, second] = clock;
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second);
  const before = asUtc - offsetAt(asUtc - 86_400_000, timeZone);
  const after = asUtc - offsetAt(asUtc + 86_400_000, timeZone);
  const first = Math.min(before, after);
  const fitting = [first, Math.max(before, after)].find(
    (instant) => instant + offsetAt(instant, timeZone) === asUtc,
  );
  return new Date(fitting ?? before);
}

/** The time of day clocks in a time zone show at an instant. */
export function zonedClock(instant: Date, timeZone: string): Clock {
  const shifted = new Date(instant.getTime() + offsetAt(instant.getTime(), timeZone));
  return [
    shifted.getUTCFullYear(),
    shifted.getUTCMonth() + 1,
    shifted.getUTCDate(),
    shifted.getUTCHours(),
    shifted.getUTCMinutes(),
    shifted.getUTCSeconds(),
  ];
}

/** Start of a day in a time zone; days over the end of a month roll on. */
export function zonedDay([year, month, day]: [number, number, number], timeZone: string): Date {
  const rolled = new Date(Date.UTC(year, month - 1, day));
  return zonedInstant(
    [rolled.getUTCFullYear(), rolled.getUTCMonth() + 1, rolled.getUTCDate(), 0, 0, 0],
    timeZone,
  );
}

/**
 * Reads what a datetime-local field sends, in a time zone.
 *
 * @returns null for anything else.
 */
export function readLocalTime(text: string, timeZone: string): Date | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?$/.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0));
  const clock = [year, month, day, hour, minute, second] as Clock;
  const rolled = new Date(Date.UTC(clock[0], clock[1] - 1, clock[2], clock[3], clock[4], clock[5]));
  const isReal =
    rolled.getUTCMonth() + 1 === clock[1] &&
    rolled.getUTCDate() === clock[2] &&
    rolled.getUTCHours() === clock[3] &&
    clock[0] >= 1;
  return isReal && clock[4] < 60 && clock[5] < 60 ? zonedInstant(clock, timeZone) : null;
}

/** What a datetime-local field shows for an instant: minutes are enough. */
export function writeLocalTime(instant: Date, timeZone: string): string {
  const [year, ...rest] = zonedClock(instant, timeZone);
  const [month, day, hour, minute] = rest.map((part) => String(part).padStart(2, '0'));
  return `${String(year).padStart(4, '0')}-${month}-${day}T${hour}:${minute}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds a time zone is ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = formatFor(timeZone).formatToParts(instant);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(instant / 1000) * 1000;
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}
