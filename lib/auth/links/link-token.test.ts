import { beforeAll, expect, test } from 'vitest';
import { env } from '../../env';
import { makeLinkToken, readLinkToken } from './link-token';

const id = '0b2f6f9e-7a3c-4c55-9d0e-2f1a3b4c5d6e';
const secret = 'a secret of thirty-two characters';
beforeAll(() => {
  env().AUTH_SECRET = secret;
});

test('a token gives the id back, for its own purpose', () => {
  const token = makeLinkToken('reset', id);
  expect(token).toMatch(/^[\w-]{64}$/);
  expect(readLinkToken(token, ['register', 'reset'])).toEqual({ id, purpose: 'reset' });
  expect(readLinkToken(token, ['register', 'signup'])).toBeNull();
  expect(readLinkToken(token, [])).toBeNull();
});

test('no change of any character is let through', () => {
  const token = makeLinkToken('reset', id);
  for (let at = 0; at < token.length; at += 1) {
    const other = token[at] === 'A' ? 'B' : 'A';
    const changed = token.slice(0, at) + other + token.slice(at + 1);
    expect(readLinkToken(changed, ['reset']), String(at)).toBeNull();
  }
});

test.each(['', 'short', 'A'.repeat(63), 'A'.repeat(65), '%'.repeat(64), '\0'.repeat(64)])(
  'what is no token is nothing: %j',
  (token) => {
    expect(readLinkToken(token, ['reset'])).toBeNull();
  },
);

test('another secret makes all links void', () => {
  const token = makeLinkToken('reset', id);
  env().AUTH_SECRET = 'another secret of enough characters';
  expect(readLinkToken(token, ['reset'])).toBeNull();
  env().AUTH_SECRET = secret;
});
