import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { env } from '../../env';
import { makePreviewToken, readPreviewToken } from './preview-token';

beforeAll(() => {
  env().AUTH_SECRET = 'a-secret-that-only-this-test-knows';
});
const [acme, globex, post] = [randomUUID(), randomUUID(), randomUUID()];
const day = 86_400_000;

test('names its post for a week, and says when that is over', () => {
  const made = makePreviewToken(acme, post);
  expect(readPreviewToken(acme, made)).toMatchObject({ postId: post, isOver: false });
  expect(readPreviewToken(acme, made, Date.now() + 6.9 * day)?.isOver).toBe(false);
  expect(readPreviewToken(acme, made, Date.now() + 7.1 * day)?.isOver).toBe(true);
});

test('is nothing to another tenant', () => {
  expect(readPreviewToken(globex, makePreviewToken(acme, post))).toBeNull();
});

test('is nothing once a letter of it is another', () => {
  const made = makePreviewToken(acme, post);
  for (let at = 0; at < made.length; at += 1) {
    const other = made[at] === 'a' ? 'b' : 'a';
    const forged = made.slice(0, at) + other + made.slice(at + 1);
    expect(readPreviewToken(acme, forged)?.postId).not.toBe(post);
  }
});

test.each(['', '.', 'x'.repeat(5_000), '../../etc/passwd', '\0', `${'a'.repeat(22)}.zzzzzzz.`])(
  'is nothing where it is nonsense: %j',
  (token) => expect(readPreviewToken(acme, token)).toBeNull(),
);
