import { beforeAll, expect, test } from 'vitest';
import { env } from '../../env';
import { markOfPassword, pendingSeconds, readPending, sealPending } from './pending-sign-in';
import { seal } from './sealing';

const user = '7f000001-0000-4000-8000-0000000000aa';
const acme = '7f000001-0000-4000-8000-0000000000a1';
const globex = '7f000001-0000-4000-8000-0000000000a2';
const begun = { userId: user, passwordMark: 'mark', keep: true, device: null };

beforeAll(() => {
  env().AUTH_SECRET = 'x'.repeat(32);
});

test('is read where it was begun, and shows nothing of itself', () => {
  const sealed = sealPending(acme, begun);
  expect(readPending(acme, sealed)).toMatchObject(begun);
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain(user);
});

test('each begins anew', () => {
  const ids = [1, 2].map(() => readPending(acme, sealPending(acme, begun))?.id);
  expect(new Set(ids).size).toBe(2);
});

test('is nothing at another tenant, on the root host, or from there', () => {
  expect(readPending(globex, sealPending(acme, begun))).toBeNull();
  expect(readPending(null, sealPending(acme, begun))).toBeNull();
  expect(readPending(acme, sealPending(null, begun))).toBeNull();
});

test('ends after five minutes', () => {
  const start = Date.now();
  const sealed = sealPending(acme, begun, start);
  expect(readPending(acme, sealed, start + (pendingSeconds - 1) * 1000)).not.toBeNull();
  expect(readPending(acme, sealed, start + (pendingSeconds + 1) * 1000)).toBeNull();
});

test('whatever else is sent is nothing', () => {
  const sealed = sealPending(acme, begun);
  const others = [
    undefined,
    '',
    'x',
    '{}',
    `${sealed}=`,
    `${sealed}A`,
    sealed.slice(1),
    'A'.repeat(5000),
  ];
  for (const one of others) expect(readPending(acme, one)).toBeNull();
  expect(readPending(acme, seal('two-factor:x', '{}')), 'sealed for something else').toBeNull();
});

test('nothing of one installation opens in another', () => {
  const sealed = sealPending(acme, begun);
  env().ENCRYPTION_KEY = 'y'.repeat(32);
  expect(readPending(acme, sealed)).toBeNull();
  env().ENCRYPTION_KEY = undefined;
  expect(readPending(acme, sealed)).not.toBeNull();
});

test('a password that is changed has another mark', () => {
  expect(markOfPassword(user, 'a')).not.toBe(markOfPassword(user, 'b'));
  expect(markOfPassword(user, 'a')).toBe(markOfPassword(user, 'a'));
});
