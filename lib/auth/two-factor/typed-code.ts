import { recoveryHash } from './recovery-codes';
import { open } from './sealing';
import { codeStep } from './time-codes';

/** What was typed, as the database can spend it: a time step, or the hash of a recovery code. */
export interface TypedCode {
  step: number | null;
  hash: string | null;
}

/** Whose code it is to be, and the sealed secret that codes are made of. */
export interface CodeHolder {
  userId: string;
  sealedSecret: string;
}

/**
 * Reads a code of the app, or a recovery code.
 *
 * @returns null for one that cannot be right. One that can may have been spent before.
 * @throws Error when the secret cannot be opened: ENCRYPTION_KEY, or AUTH_SECRET, is another one.
 */
export function readTypedCode(
  { userId, sealedSecret }: CodeHolder,
  typed: string,
): TypedCode | null {
  const plain = typed.replace(/[\s-]/g, '').slice(0, 40);
  if (/^\d{6}$/.test(plain)) {
    const step = codeStep(openSecret(userId, sealedSecret), plain);
    return step === null ? null : { step, hash: null };
  }
  return plain === '' ? null : { step: null, hash: recoveryHash(userId, plain) };
}

/** @throws Error when the key is another one than it was sealed with. */
export function openSecret(userId: string, sealed: string): string {
  const secret = open(secretPurpose(userId), sealed);
  if (secret !== null) return secret;
  throw new Error(
    'A two-factor secret cannot be opened. Was ENCRYPTION_KEY or AUTH_SECRET changed?',
  );
}

/** What a secret is sealed for: in another person's row it opens not. */
export function secretPurpose(userId: string): string {
  return `two-factor:${userId}`;
}
