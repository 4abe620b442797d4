import { randomBytes } from 'node:crypto';

/** Makes up a password of 96 random bits, to be shown once. */
export function madeUpPassword(): string {
  return randomBytes(12).toString('base64url');
}
