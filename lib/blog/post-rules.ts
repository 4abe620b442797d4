type Values = Record<string, unknown>;

const clockSkewMilliseconds = 60_000;

/** Minutes to read a Markdown text, at 230 words a minute, never under one. */
export function readingMinutes(body: string): number {
  return Math.max(1, Math.round(body.split(/\s+/).filter(Boolean).length / 230));
}

/**
 * What follows from a change of a post: its reading time, and when it was published. Only a draft
 * may be without a time; a post published again keeps the one it had.
 *
 * @param given - what is set, times as ISO text.
 * @param before - the post as it was; null for a new one.
 */
export function settlePost(given: Values, before: Values | null): Values {
  const settled: Values = {};
  if (typeof given.body === 'string') settled.readingMinutes = readingMinutes(given.body);
  const status = given.status ?? before?.status;
  if (status === 'published' && !(given.publishedAt ?? null)) {
    settled.publishedAt = before?.publishedAt ?? new Date().toISOString();
  }
  return settled;
}

/** What is wrong with a post's values, by field: nothing publishes it later by itself yet. */
export function checkPost(values: Values, before: Values | null): Record<string, string> | null {
  const { publishedAt } = values;
  if (typeof publishedAt !== 'string' || publishedAt === before?.publishedAt) return null;
  const isInFuture = Date.parse(publishedAt) > Date.now() + clockSkewMilliseconds;
  return isInFuture ? { publishedAt: 'A post cannot be published in the future yet.' } : null;
}
