import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { derived } from '../../auth/auth-secret';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Whose answer it is; it opens for nobody else and under no other key. */
export interface AnswerOwner {
  userId: string;
  key: string;
}

/**
 * Seals the body of an answer before it is kept: it may hold what is told once and stored nowhere,
 * as a password that was made up.
 */
export function sealAnswer(owner: AnswerOwner, body: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, sealingKey(owner), nonce, { authTagLength: tagBytes });
  const sealed = Buffer.concat([cipher.update(body, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** @throws Error for what was sealed for somebody else, or under another AUTH_SECRET. */
export function openAnswer(owner: AnswerOwner, kept: string): string {
  const bytes = Buffer.from(kept, 'base64');
  const [nonce, tag] = [bytes.subarray(0, nonceBytes), bytes.subarray(nonceBytes).subarray(0, 16)];
  const options = { authTagLength: tagBytes };
  const decipher = createDecipheriv(algorithm, sealingKey(owner), nonce, options).setAuthTag(tag);
  const sealed = bytes.subarray(nonceBytes + tagBytes);
  return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
}

/** Names a request without giving away what is in it: a plain hash of a password can be guessed. */
export function fingerprintOf(parts: unknown[]): string {
  return derived(`idempotency:${JSON.stringify(parts)}`).toString('hex');
}

function sealingKey({ userId, key }: AnswerOwner): Buffer {
  return derived(`answer:${JSON.stringify([userId, key])}`);
}
