import { expect, test } from 'vitest';
import { checkPost, readingMinutes, settlePost } from './post-rules';

test.each([
  ['', 1],
  ['word', 1],
  ['word '.repeat(230), 1],
  ['word '.repeat(575), 3],
  ['word\n\n'.repeat(2300), 10],
])('reading time (case %#)', (body, minutes) => {
  expect(readingMinutes(body)).toBe(minutes);
});

test('a time in the future is refused: nothing would wait for it', () => {
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
  const anHourAgo = new Date(Date.now() - 3_600_000).toISOString();
  expect(checkPost({ publishedAt: anHourAgo }, null)).toBeNull();
  expect(checkPost({ publishedAt: inAnHour }, null)).toEqual({
    publishedAt: 'A post cannot be published in the future yet.',
  });
  expect(checkPost({ publishedAt: inAnHour }, { publishedAt: inAnHour })).toBeNull();
});

test('a change of the text changes the reading time, and nothing else', () => {
  expect(settlePost({ body: 'word '.repeat(1150) }, { status: 'draft' })).toEqual({
    readingMinutes: 5,
  });
  expect(settlePost({ title: 'New' }, { status: 'draft' })).toEqual({});
});

test('publishing gives a time where there is none, and keeps the one there was', () => {
  const { publishedAt } = settlePost({ status: 'published' }, null);
  expect(Date.parse(String(publishedAt))).toBeGreaterThan(Date.now() - 60_000);
  const before = { status: 'draft', publishedAt: '2026-01-03T00:00:00.000Z' };
  const kept = { publishedAt: before.publishedAt };
  expect(settlePost({ status: 'published' }, before)).toEqual(kept);
  expect(settlePost({ publishedAt: null }, { ...before, status: 'published' })).toEqual(kept);
  expect(settlePost({ status: 'draft', publishedAt: null }, before)).toEqual({});
});
