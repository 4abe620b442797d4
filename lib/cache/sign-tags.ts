import { createHmac, timingSafeEqual } from 'node:crypto';

/** Signs a body of the internal route, so that nobody else can empty the caches. */
export function signTags(secret: string, body: string): string {
  return createHmac('sha256', secret).update(`expire-tags:${body}`).digest('hex');
}

/** Compares in constant time. */
export function isSignedTags(secret: string, body: string, signature: string | null): boolean {
  const expected = Buffer.from(signTags(secret, body));
  const given = Buffer.from(signature ?? '');
  return expected.length === given.length && timingSafeEqual(expected, given);
}
