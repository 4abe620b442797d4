import { expect, test } from 'vitest';
import { isSignedTags, signTags } from './sign-tags';

const secret = 'a'.repeat(32);
const body = '{"tags":["t:1"]}';

test('a signed body is accepted', () => {
  expect(isSignedTags(secret, body, signTags(secret, body))).toBe(true);
});

test.each([
  ['no signature', null],
  ['an empty one', ''],
  ['one of another length', 'abc'],
  ['one of another body', signTags(secret, '{"tags":["t:2"]}')],
  ['one by another secret', signTags('b'.repeat(32), body)],
  ['one in capitals', signTags(secret, body).toUpperCase()],
  ['one with letters of several bytes', 'ä'.repeat(32)],
])('%s is refused', (_name, signature) => {
  expect(isSignedTags(secret, body, signature)).toBe(false);
});
