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

const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
const anHourAgo = new Date(Date.now() - 3_600_000).toISOString();

test('what is to be published later is scheduled, and what was to be is published', () => {
  const later = { status: 'published', publishedAt: inAnHour };
  expect(settlePost(later, null)).toEqual({ status: 'scheduled' });
  expect(settlePost({ status: 'scheduled', publishedAt: anHourAgo }, null)).toEqual({
    status: 'published',
  });
  expect(settlePost({ publishedAt: inAnHour }, { status: 'draft' })).toEqual({});
  expect(settlePost({ publishedAt: anHourAgo }, { ...later, status: 'scheduled' })).toEqual({
    status: 'published',
  });
  expect(settlePost({ title: 'New' }, { ...later, status: 'scheduled' })).toEqual({});
});

test('a schedule needs a time, and a post that is not public', () => {
  expect(checkPost({ status: 'scheduled' }, null)).toEqual({
    publishedAt: 'Say when it is to be published.',
  });
  const scheduled = { status: 'scheduled', publishedAt: inAnHour };
  expect(checkPost(scheduled, null)).toBeNull();
  expect(checkPost(scheduled, { status: 'draft' })).toBeNull();
  expect(checkPost(scheduled, { status: 'published' })).toEqual({
    publishedAt: 'It is public already. Unpublish it before you schedule it.',
  });
  expect(checkPost({ status: 'published', publishedAt: anHourAgo }, null)).toBeNull();
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
