import { createHmac, timingSafeEqual } from 'node:crypto';

/** @returns HMAC-SHA256 in hex. */
export function signatureOf(secret: string, text: string | Buffer): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}

/** Compares in a time that does not tell where the texts begin to differ. */
export function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Whether `auth` is what the application gives for this text: its key, a colon, the signature. */
export function isAuthorised(
  app: { key: string; secret: string },
  auth: string,
  text: string,
): boolean {
  return isSame(auth, `${app.key}:${signatureOf(app.secret, text)}`);
}
