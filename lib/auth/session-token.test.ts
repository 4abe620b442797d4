import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { base64url, CompactEncrypt, EncryptJWT, SignJWT } from 'jose';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { env } from '../env';
import { sessionKey } from './session-key';
import { makeSessionToken, readSessionToken } from './session-token';

const [acme, globex, sub, sid] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()] as const;
let token: string;
beforeAll(async () => {
  env().AUTH_SECRET = 'a'.repeat(32);
  token = await makeSessionToken(acme, { sub, sid }, 60);
});

test('a token is read in its own realm, again and again', async () => {
  for (const _ of [1, 2]) expect(await readSessionToken(acme, token)).toMatchObject({ sub, sid });
});

test('and is noise in every other, after it was read as well', async () => {
  for (const realm of [globex, null]) expect(await readSessionToken(realm, token)).toBeNull();
});

test('each realm has a key of its own, which changes with the secret', () => {
  const keys = [sessionKey(acme), sessionKey(globex), sessionKey(null)];
  expect(new Set(keys).size).toBe(3);
  env().AUTH_SECRET = 'b'.repeat(32);
  expect(sessionKey(acme)).not.toBe(keys[0]);
  env().AUTH_SECRET = 'a'.repeat(32);
});

test('an expired one is nothing, though it was good before', async () => {
  const short = await makeSessionToken(acme, { sub, sid }, 1);
  expect(await readSessionToken(acme, short)).not.toBeNull();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 1100 });
  expect(await readSessionToken(acme, short)).toBeNull();
  vi.useRealTimers();
});

describe('what is no token of ours is nobody', () => {
  const key = new Uint8Array(32);
  const claims = { sub, sid };
  const hostile: [string, () => Promise<string> | string][] = [
    ['nothing', () => ''],
    ['words', () => 'not a token'],
    ['five dots', () => '.....'],
    ['a token cut short', () => token.slice(0, -5)],
    ['a token and more', () => `${token}x`],
    ['5 KB', () => token.padEnd(5000, 'A')],
    ['1 MB', () => 'A'.repeat(1_000_000)],
    ['alg none', () => `${base64url.encode('{"alg":"none"}')}.${base64url.encode('{}')}.`],
    ['a signed token', () => new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(key)],
    [
      'a guessed key',
      () =>
        new EncryptJWT(claims)
          .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
          .setExpirationTime('1h')
          .encrypt(key),
    ],
    [
      'a password-based key with many rounds',
      () => {
        const header = { alg: 'PBES2-HS512+A256KW', enc: 'A256GCM', p2c: 2 ** 30, p2s: 'AAAAAAAA' };
        return `${base64url.encode(JSON.stringify(header))}.AAAA.AAAA.AAAA.AAAA`;
      },
    ],
    ['a compressed one', () => withHeader({ alg: 'dir', enc: 'A256GCM', zip: 'DEF' })],
    ['a critical extension', () => withHeader({ alg: 'dir', enc: 'A256GCM', crit: ['x'], x: 1 })],
    ['a weaker cipher', () => withHeader({ alg: 'dir', enc: 'A128GCM' })],
  ];
  const withHeader = (header: object) => {
    const [, ...rest] = token.split('.');
    return [base64url.encode(JSON.stringify(header)), ...rest].join('.');
  };
  test.each(hostile)('%s', async (_, make) => {
    expect(await readSessionToken(acme, await make())).toBeNull();
  });

  test('a token with our key that does not name a session', async () => {
    const strange = await makeSessionToken(acme, { sub: 'root', sid: "' or true" }, 60);
    expect(await readSessionToken(acme, strange)).toBeNull();
  });

  test('anything at all', async () => {
    const near = fc
      .tuple(fc.nat(token.length), fc.string({ minLength: 1, maxLength: 3 }))
      .map(([at, text]) => token.slice(0, at) + text + token.slice(at + text.length));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), near), async (value) => {
        const claims = await readSessionToken(acme, value);
        if (value !== token) expect(claims).toBeNull();
      }),
    );
  });

  test('a token is made of five parts that all count', async () => {
    expect(token.split('.')).toHaveLength(5);
    const other = await new CompactEncrypt(new Uint8Array(3))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .encrypt(key);
    expect(await readSessionToken(acme, other)).toBeNull();
  });
});
