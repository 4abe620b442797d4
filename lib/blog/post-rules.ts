type Values = Record<string, unknown>;
type Faults = Record<string, string>;

const clockSkewMilliseconds = 60_000;

/** Minutes to read a Markdown text, at 230 words a minute, never under one. */
export function readingMinutes(body: string): number {
  return Math.max(1, Math.round(body.split(/\s+/).filter(Boolean).length / 230));
}

/** True for a time that has not come. */
export function isLater(time: unknown): boolean {
  return typeof time === 'string' && Date.parse(time) > Date.now() + clockSkewMilliseconds;
}

/**
 * What follows from a change of a post: its reading time, and when it was published or will be. Only
 * a draft may be without a time; a post published again keeps the one it had. What is to be published
 * at a time that has not come is scheduled, and the other way round.
 *
 * @param given - what is set, times as ISO text.
 * @param before - the post as it was; null for a new one.
 */
export function settlePost(given: Values, before: Values | null): Values {
  const settled: Values = {};
  if (typeof given.body === 'string') settled.readingMinutes = readingMinutes(given.body);
  const status = given.status ?? before?.status;
  const time = given.publishedAt === undefined ? before?.publishedAt : given.publishedAt;
  if (status === 'published' && !(given.publishedAt ?? null)) {
    // A time that was set and has not come is given up with it.
    const known = isLater(before?.publishedAt) && given.publishedAt === null;
    settled.publishedAt = (known ? null : before?.publishedAt) ?? new Date().toISOString();
  }
  // Nothing is taken down that is not public, or will be.
  if (given.status === 'draft' && before?.unpublishAt) settled.unpublishAt = null;
  if (status === 'published' && isLater(time)) settled.status = 'scheduled';
  if (status === 'scheduled' && time && !isLater(time)) settled.status = 'published';
  return settled;
}

/** What is wrong with a post's values, by field. */
export function checkPost(values: Values, before: Values | null): Faults | null {
  const faults = {
    ...scheduleFaults(values, before),
    ...takeDownFaults(values, before),
    ...canonicalFaults(values),
  };
  return Object.keys(faults).length > 0 ? faults : null;
}

function scheduleFaults({ status, publishedAt }: Values, before: Values | null): Faults {
  if (status !== 'scheduled') return {};
  if (!publishedAt) return { publishedAt: 'Say when it is to be published.' };
  return before?.status === 'published'
    ? { publishedAt: 'It is public already. Unpublish it before you schedule it.' }
    : {};
}

function takeDownFaults({ unpublishAt, publishedAt }: Values, before: Values | null): Faults {
  if (typeof unpublishAt !== 'string' || unpublishAt === before?.unpublishAt) return {};
  if (!isLater(unpublishAt)) return { unpublishAt: 'This time has passed. Choose one to come.' };
  const isBefore = typeof publishedAt === 'string' && unpublishAt <= publishedAt;
  return isBefore ? { unpublishAt: 'It would be taken down before it goes out.' } : {};
}

function canonicalFaults({ canonicalUrl }: Values): Faults {
  if (!canonicalUrl || isWebAddress(String(canonicalUrl))) return {};
  return { canonicalUrl: 'Write a whole address, as in https://example.com/the-original.' };
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text);
}
