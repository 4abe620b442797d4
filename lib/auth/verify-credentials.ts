import { randomBytes } from 'node:crypto';
import { type AppClient, appClient } from '../db/client';
import { AppError } from '../errors';
import { hashPassword } from './hash-password';
import { isStorable } from './is-storable';
import { lockOut } from './lock-out';
import { passwordMatches } from './password-matches';
import { renewHash } from './renew-hash';
import type { Realm } from './session-key';
import { type CountedSignIn, countSignIn, forgiveSignIn } from './sign-in-limits';
import { Unverified } from './unverified';

/** Where a password is tried, and from where. */
export interface Attempt {
  realm: Realm;
  /** Of the client. */
  address: string;
  /** A browser that the account knows, as findDevice gives it; null for any other. */
  device?: string | null;
  userAgent?: string;
  requestId?: string;
}

export interface VerifiedUser {
  id: string;
  name: string;
  email: string;
}

/** The same for an unknown email and a wrong password: neither tells who has an account. */
export const wrongCredentials = 'That email and password do not match. Check both and try again.';

/**
 * Checks an email and a password: the first step of signing in, which opens nothing by itself where
 * two-factor is on. Takes the same time whether or not there is such a person, and counts attempts
 * for the account in its realm and everywhere, for the tenant and for the client's address (S1.25);
 * in a browser that the account knows for that browser alone.
 *
 * @throws AppError not_signed_in, with the same words whatever was wrong; Unverified for the password
 *   of an account whose email is not confirmed; TooMany after too many failures (see abuseLimits), for
 *   emails that nobody has too.
 */
export async function verifyCredentials(
  email: string,
  password: string,
  attempt: Attempt,
  client: AppClient = appClient(),
): Promise<VerifiedUser> {
  const account = normalEmail(email);
  const counted = await countSignIn(account, attempt, client);
  const [user, waiting] = await Promise.all([
    findUser(account, client),
    findWaiting(account, client),
  ]);
  const hash = user?.hash ?? (await dummyHash());
  // Both are checked whatever there is: neither the answer nor the work tells who has an account.
  const [isTheirs, waits] = await Promise.all([
    passwordMatches(hash, password),
    passwordMatches(waiting ?? (await dummyHash()), password),
  ]);
  if (!user || !isTheirs) {
    if (waiting && waits) throw new Unverified();
    await tellLockOut(account, attempt, counted, client);
    throw new AppError('not_signed_in', wrongCredentials);
  }
  await forgiveSignIn(counted, client);
  await renewHash({ userId: user.id, hash, password, current: await dummyHash() }, client);
  return { id: user.id, name: user.name, email: account };
}

/** As emails are kept: people type them with capitals and spaces. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase().slice(0, 320);
}

async function tellLockOut(
  email: string,
  attempt: Attempt,
  { usedUp }: CountedSignIn,
  client: AppClient,
): Promise<void> {
  if (!usedUp || !isStorable(email)) return;
  const isEverywhere = usedUp === 'sign-in/account-anywhere';
  const place = isEverywhere ? { ...attempt, realm: null } : attempt;
  await lockOut({ email, attempt: place, limit: usedUp }, client);
}

async function findUser(account: string, client: AppClient) {
  if (!isStorable(account)) return null;
  const [row] = await client.query(
    (sql) => sql`select * from platform.find_credentials(${account})`,
  );
  return row ? { id: row.user_id, name: row.name, hash: row.password_hash as string } : null;
}

/** The hash of an account whose link has not been used. Asked for whoever it is: it costs the same. */
async function findWaiting(account: string, client: AppClient): Promise<string | null> {
  if (!isStorable(account)) return null;
  const [row] = await client.query(
    (sql) => sql`select password_hash from platform.find_pending_account(${account})`,
  );
  return row?.password_hash ?? null;
}

let dummy: Promise<string> | undefined;

/** The hash of a password nobody has, made once: checking against it costs what a real one costs. */
function dummyHash(): Promise<string> {
  dummy ??= hashPassword(randomBytes(24).toString('base64url'));
  return dummy;
}
