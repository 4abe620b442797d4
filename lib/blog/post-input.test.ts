import { expect, test } from 'vitest';
import { readingMinutes } from './post-input';

test.each([
  ['', 1],
  ['word', 1],
  ['word '.repeat(230), 1],
  ['word '.repeat(575), 3],
  ['word\n\n'.repeat(2300), 10],
])('reading time (case %#)', (body, minutes) => {
  expect(readingMinutes(body)).toBe(minutes);
});
