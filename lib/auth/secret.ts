import { createHash, randomBytes } from 'node:crypto';

const shape = /^[\w-]{43}$/;

/** A secret of 256 bits, as 43 characters that may stand in an address or a cookie. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret: nobody can make it from this. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** True for what can be a secret, or the hash of one. */
export function isSecret(value: unknown): value is string {
  return typeof value === 'string' && shape.test(value);
}
