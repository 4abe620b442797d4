import { verify } from '@node-rs/argon2';
import type { Sql } from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type AppClient, createAppClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { env } from '../env';
import { AppError, TooMany } from '../errors';
import { type TestDatabase, testDatabase } from '../testing/database';
import { checkLimit, forgiveLimit } from './attempt-limits';
import { hashPassword } from './hash-password';
import { type Attempt, verifyCredentials, wrongCredentials } from './verify-credentials';

// The real one, and what it was called with.
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>();
  return { ...real, verify: vi.fn(real.verify) };
});

const password = 'a good long password';
let database: TestDatabase;
let owner: Sql;
let client: AppClient;
beforeAll(async () => {
  env().AUTH_SECRET = 'x'.repeat(32);
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  client = createAppClient(database.appUrl, { max: 10 });
  const hash = await hashPassword(password);
  await owner`
    insert into platform.users (email, name, password_hash, is_active) values
      ('ada@example.com', 'Ada', ${hash}, true), ('bob@example.com', 'Bob', ${hash}, true),
      ('old@example.com', 'Old', ${hash}, false), ('none@example.com', 'None', null, true)`;
});
afterAll(async () => {
  await Promise.all([owner.end(), client.end()]);
  await database.drop();
});
afterEach(() => owner`delete from platform.rate_limits`);

const at: Attempt = { realm: null, address: '10.0.0.7' };
const tryIt = (email: string, given: string, attempt = at) =>
  verifyCredentials(email, given, attempt, client);
const outcome = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'in',
    (error) => (error instanceof AppError ? error.code : String(error)),
  );

test('the right password signs in, however the email is written', async () => {
  for (const email of ['ada@example.com', ' ADA@Example.com ']) {
    expect(await tryIt(email, password)).toMatchObject({ name: 'Ada', email: 'ada@example.com' });
  }
});

test.each([
  ['a wrong password', 'ada@example.com', 'wrong'],
  ['an unknown email', 'nobody@example.com', password],
  ['an inactive person', 'old@example.com', password],
  ['a person without a password', 'none@example.com', password],
  ['an empty password', 'ada@example.com', ''],
  ['a very long password that begins rightly', 'ada@example.com', password.padEnd(5000, ' ')],
  ['a null character', 'ada@example.com\0', password],
  ['a pattern', '%', password],
  ['no email', '', ''],
])('%s gets the one message', async (_, email, given) => {
  const error = await tryIt(email, given).catch((thrown) => thrown);
  expect(error).toMatchObject({ code: 'not_signed_in', message: wrongCredentials });
});

test('an unknown email costs a hash like a known one', async () => {
  const costOf = async (email: string) => {
    vi.mocked(verify).mockClear();
    await outcome(tryIt(email, 'wrong'));
    // What stands before the salt: how much work the hash is.
    return vi.mocked(verify).mock.calls.map(([hash]) => String(hash).split('$').slice(0, 4));
  };
  const known = await costOf('ada@example.com');
  const one = ['', 'argon2id', 'v=19', expect.stringMatching(/^m=\d+,t=\d+,p=\d+$/)];
  // The account's and that of one that waits for its link.
  expect(known).toEqual([one, one]);
  expect(await costOf('nobody@example.com')).toEqual(known);
  expect(await costOf('bob@example.com')).toEqual(known);
});

describe('limits', () => {
  test('ten failures close an account for its realm, the right password included', async () => {
    for (let n = 0; n < 10; n += 1) {
      expect(await outcome(tryIt('ada@example.com', 'wrong'))).toBe('not_signed_in');
    }
    const error = await tryIt('ada@example.com', password).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(TooMany);
    expect(error.retryAfterSeconds).toBeGreaterThan(800);
    expect(error.message).toMatch(/Try again in 1[45] minutes/);
    expect(await outcome(tryIt('bob@example.com', password))).toBe('in');
    const elsewhere = { ...at, realm: '3f0f1c1e-0000-4000-8000-000000000000' };
    expect(await outcome(tryIt('ada@example.com', password, elsewhere))).toBe('in');
  });

  test('of 30 guesses at the same moment no more than ten are tried', async () => {
    const guesses = Array.from({ length: 30 }, () => outcome(tryIt('ada@example.com', 'wrong')));
    const outcomes = await Promise.all(guesses);
    expect(outcomes.filter((one) => one === 'not_signed_in')).toHaveLength(10);
    expect(outcomes.filter((one) => one === 'too_many')).toHaveLength(20);
  });

  test('a success forgets the account’s failures', async () => {
    for (let round = 0; round < 2; round += 1) {
      for (let n = 0; n < 9; n += 1) await outcome(tryIt('ada@example.com', 'wrong'));
      expect(await outcome(tryIt('ada@example.com', password))).toBe('in');
    }
  });

  test('an address is closed after a hundred, whatever the account', async () => {
    const limit = { name: 'sign-in/address', subject: at.address, points: 100, seconds: 900 };
    for (let n = 0; n < 100; n += 1) await checkLimit(limit, client);
    expect(await outcome(tryIt('ada@example.com', password))).toBe('too_many');
    expect(await outcome(tryIt('ada@example.com', password, { ...at, address: '::1' }))).toBe('in');
  });

  test('a window ends, and what is over is swept', async () => {
    const limit = { name: 'test', subject: 'a', points: 1, seconds: 900 };
    expect(await checkLimit(limit, client)).toBe(0);
    expect(await outcome(checkLimit(limit, client))).toBe('too_many');
    await owner`update platform.rate_limits set ends_at = now() - interval '1 second'`;
    expect(await checkLimit(limit, client)).toBe(0);
    await owner`update platform.rate_limits set ends_at = now() - interval '1 second'`;
    await checkLimit({ ...limit, subject: 'b' }, client);
    expect((await owner`select key from platform.rate_limits`).length).toBe(1);
  });

  test('what is given back can be taken again, and no more', async () => {
    const limit = { name: 'test', subject: 'a', points: 2, seconds: 900 };
    await checkLimit(limit, client);
    for (const _ of [1, 2, 3]) await forgiveLimit(limit, 1, client);
    expect(await checkLimit(limit, client)).toBe(1);
    await forgiveLimit(limit, 'all', client);
    expect(await checkLimit(limit, client)).toBe(1);
  });

  test('no address and no email stands in the table', async () => {
    await outcome(tryIt('ada@example.com', 'wrong'));
    const keys = await owner`select key from platform.rate_limits`;
    expect(keys.length).toBe(3);
    expect(keys.map(({ key }) => key).join()).not.toMatch(/ada|10\.0/);
  });
});
