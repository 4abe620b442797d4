import { expect, test } from 'vitest';
import { postInput, readingMinutes } from './post-input';

test.each([
  ['', 1],
  ['word', 1],
  ['word '.repeat(230), 1],
  ['word '.repeat(575), 3],
  ['word\n\n'.repeat(2300), 10],
])('reading time (case %#)', (body, minutes) => {
  expect(readingMinutes(body)).toBe(minutes);
});

const post = { slug: 'x', title: 'X', authorId: '7f000001-0000-4000-8000-000000000001' };

test('a time in the future is refused: nothing would wait for it', () => {
  const inAnHour = new Date(Date.now() + 3_600_000);
  const anHourAgo = new Date(Date.now() - 3_600_000);
  expect(postInput.safeParse({ ...post, publishedAt: anHourAgo }).success).toBe(true);
  expect(postInput.safeParse({ ...post, publishedAt: inAnHour }).error?.issues[0]?.message).toBe(
    'A post cannot be published in the future yet.',
  );
});

test('what a writer may not set is refused by name', () => {
  const { error } = postInput.safeParse({ ...post, tenantId: post.authorId });
  expect(error?.issues[0]).toMatchObject({ code: 'unrecognized_keys', keys: ['tenantId'] });
});
