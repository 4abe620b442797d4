import { createHmac } from 'node:crypto';
import { env } from '../env';

/**
 * The secret from which keys are derived.
 *
 * @throws Error when it is missing; `npm start` makes one and keeps it in DATA_DIR.
 */
export function authSecret(): string {
  const secret = env().AUTH_SECRET;
  if (secret) return secret;
  throw new Error(
    'AUTH_SECRET is missing. Set it to at least 32 random characters, as from: openssl rand -hex 32',
  );
}

/**
 * Derives 32 bytes from the secret: a key, or a name that tells nothing of what it stands for.
 *
 * @param purpose - what they are for, and of whom; another purpose has others.
 */
export function derived(purpose: string): Buffer {
  return createHmac('sha256', authSecret()).update(purpose).digest();
}
