import type { AppClient } from '../db/client';
import { hashPassword } from './hash-password';

/** A password that was just found right, and the hash it was found by. */
export interface HashedPassword {
  userId: string;
  hash: string;
  password: string;
  /** Any hash made with today's parameters. */
  current: string;
}

/** Hashes a password again where that was done with other parameters than today's. */
export async function renewHash(
  { userId, hash, password, current }: HashedPassword,
  client: AppClient,
): Promise<void> {
  if (parametersOf(hash) === parametersOf(current)) return;
  const renewed = await hashPassword(password);
  await client.query(
    (sql) => sql`select platform.renew_password_hash(${userId}, ${hash}, ${renewed})`,
  );
}

/** What stands before the salt: kind, version and how much work it is. */
function parametersOf(hash: string): string {
  return hash.split('$').slice(0, 4).join('$');
}
