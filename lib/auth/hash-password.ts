import { hash } from '@node-rs/argon2';

/** Gives the argon2id hash of a password, with the library's current parameters (OWASP's minimum or above). */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}
