import { expect, test } from 'vitest';
import { NoTenantBound } from '../errors';
import { shownStateKey, stateKeyPrefix, storedKey } from './state-key';

const acme = '11111111-2222-4333-8444-555555555551';

test('a key holds the tenant’s id; what people see, its slug', () => {
  expect(stateKeyPrefix(acme, 'session') + storedKey('abc123')).toBe(
    `app:tenant:${acme}:session:abc123`,
  );
  expect(shownStateKey('acme', 'session', 'abc123')).toBe('app:tenant:acme:session:abc123');
});

test('without a tenant there is no key', () => {
  expect(() => stateKeyPrefix('', 'session')).toThrow(NoTenantBound);
});

test.each(['acme', '*', `${acme}:x`, `${acme}\n`, 'ABCDEF11-2222-4333-8444-555555555551', 'null'])(
  'the tenant %j is refused',
  (id) => {
    expect(() => stateKeyPrefix(id, 'session')).toThrow('not a uuid');
  },
);

test.each(['', 'a:b', '*', 'A', 'a\n', '~'])('the space %j is refused', (space) => {
  expect(() => stateKeyPrefix(acme, space)).toThrow('no name for a space');
});

test.each(['a', 'a:b', '*', 'ключ', '🔑', 'k'.repeat(200)])('the key %j stays as it is', (key) => {
  expect(storedKey(key)).toBe(key);
});

test.each(['k'.repeat(201), 'a\nb', '\0', '\ud800', 'x'.repeat(1_000_000)])(
  'a key that is too long or holds what cannot be stored gets a short form of its own',
  (key) => {
    expect(storedKey(key)).toMatch(/^[\w:.-]{1,60}~[\w-]{43}$/);
    expect(storedKey(`${key}b`)).not.toBe(storedKey(key));
  },
);

test('nothing is no key', () => {
  expect(() => storedKey('')).toThrow('not empty');
  expect(() => storedKey(undefined as unknown as string)).toThrow('is a text');
});
