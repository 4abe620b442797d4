import { createHash, randomBytes } from 'node:crypto';

/** A key as it is told once, and what is kept of it. */
export interface NewApiKey {
  text: string;
  /** By which people tell it from others. */
  prefix: string;
  hash: string;
}

const shape = /^(tnt_[0-9a-f]{8}_[0-9a-f]{64})([0-9a-f]{8})$/;

/**
 * Makes a key: `tnt_`, eight letters to know it by, `_`, 256 random bits and a checksum, by which
 * scanners and typos are recognised without asking anybody.
 */
export function newApiKey(): NewApiKey {
  const prefix = randomBytes(4).toString('hex');
  const text = withChecksum(`tnt_${prefix}_${randomBytes(32).toString('hex')}`);
  return { text, prefix, hash: hashOfApiKey(text) };
}

/** True for what is meant as a key, well formed or not. */
export function isApiKey(token: string): boolean {
  return token.startsWith('tnt_');
}

/**
 * The hash a key is looked up by.
 *
 * @returns null for what is no key: malformed, or with a checksum that is not its own.
 */
export function readApiKey(token: string): string | null {
  const [, body, sum] = shape.exec(token) ?? [];
  return body && sum === checksum(body) ? hashOfApiKey(token) : null;
}

/** Of the whole key. Fast on purpose: what is hashed cannot be guessed. */
export function hashOfApiKey(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Completes the part before the checksum. */
export function withChecksum(body: string): string {
  return body + checksum(body);
}

function checksum(body: string): string {
  return createHash('sha256').update(`checksum:${body}`).digest('hex').slice(0, 8);
}
