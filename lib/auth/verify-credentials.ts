import { randomBytes } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import { type AppClient, appClient } from '../db/client';
import { AppError } from '../errors';
import { checkLimit, forgiveLimit, type Limit } from './attempt-limits';
import { hashPassword } from './hash-password';
import { type Realm, realmName } from './session-key';
import { Unverified } from './unverified';

/** Where a password is tried, and from where. */
export interface Attempt {
  realm: Realm;
  /** Of the client. */
  address: string;
}

export interface VerifiedUser {
  id: string;
  name: string;
  email: string;
}

const windowSeconds = 15 * 60;
/** The same for an unknown email and a wrong password: neither tells who has an account. */
export const wrongCredentials = 'That email and password do not match. Check both and try again.';

/**
 * Checks an email and a password. Takes the same time whether or not there is such a person, and
 * counts attempts for the account in its realm and for the client's address (S1.25).
 *
 * @throws AppError not_signed_in, with the same words whatever was wrong; Unverified for the password
 *   of an account whose email is not confirmed; TooMany after 10 failures for the account or 100 from
 *   the address within 15 minutes.
 */
export async function verifyCredentials(
  email: string,
  password: string,
  attempt: Attempt,
  client: AppClient = appClient(),
): Promise<VerifiedUser> {
  const account = normalEmail(email);
  const limits = limitsOf(account, attempt);
  for (const limit of [limits.address, limits.account]) await checkLimit(limit, client);
  const [user, waiting] = await Promise.all([
    findUser(account, client),
    findWaiting(account, client),
  ]);
  const hash = user?.hash ?? waiting ?? (await dummyHash());
  const matches = await verify(hash, password.slice(0, 1024)).catch(() => false);
  if (!matches || password.length > 1024 || !(user || waiting)) {
    throw new AppError('not_signed_in', wrongCredentials);
  }
  if (!user) throw new Unverified();
  await Promise.all([
    forgiveLimit(limits.account, 'all', client),
    forgiveLimit(limits.address, 1, client),
  ]);
  return { id: user.id, name: user.name, email: account };
}

/** As emails are kept: people type them with capitals and spaces. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase().slice(0, 320);
}

function limitsOf(account: string, { realm, address }: Attempt) {
  const base = { seconds: windowSeconds };
  const subject = `${realmName(realm)} ${account}`;
  return {
    account: { ...base, name: 'sign-in/account', subject, points: 10 } satisfies Limit,
    address: { ...base, name: 'sign-in/address', subject: address, points: 100 } satisfies Limit,
  };
}

async function findUser(account: string, client: AppClient) {
  // No text column can hold it, and PostgreSQL refuses the question.
  if (account.includes('\0')) return null;
  const [row] = await client.query(
    (sql) => sql`select * from platform.find_credentials(${account})`,
  );
  return row ? { id: row.user_id, name: row.name, hash: row.password_hash as string } : null;
}

/** The hash of an account whose link has not been used. Asked for whoever it is: it costs the same. */
async function findWaiting(account: string, client: AppClient): Promise<string | null> {
  if (account.includes('\0')) return null;
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
