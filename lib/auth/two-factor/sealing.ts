import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { env } from '../../env';
import { authSecret } from '../auth-secret';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Encrypts a text that is kept or given out of hand.
 *
 * @param purpose - what it is and whose; it opens under the same words alone.
 */
export function seal(purpose: string, text: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, keyFor(purpose), nonce, { authTagLength: tagBytes });
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** @returns null for what was sealed for something else, under another key, or never. */
export function open(purpose: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  // One way to write each: spare bits would make many of one.
  if (bytes.length < nonceBytes + tagBytes || bytes.toString('base64url') !== sealed) return null;
  const tag = bytes.subarray(nonceBytes, nonceBytes + tagBytes);
  const options = { authTagLength: tagBytes };
  const key = keyFor(purpose);
  const nonce = bytes.subarray(0, nonceBytes);
  try {
    const decipher = createDecipheriv(algorithm, key, nonce, options).setAuthTag(tag);
    const text = decipher.update(bytes.subarray(nonceBytes + tagBytes));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** A keyed hash: without the key nobody can try all short texts against it. */
export function keyedHash(purpose: string, text: string): string {
  return createHmac('sha256', keyFor(purpose)).update(text).digest('base64url');
}

/** A key for each purpose: ENCRYPTION_KEY outlives a change of the secret that signs cookies. */
function keyFor(purpose: string): Buffer {
  const root = env().ENCRYPTION_KEY ?? authSecret();
  return createHmac('sha256', root).update(`sealed:${purpose}`).digest();
}
