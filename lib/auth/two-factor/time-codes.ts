import { Secret, TOTP } from 'otpauth';

/** What every app for codes can do (RFC 6238). */
const kind = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const secretBytes = 20;

/** Makes a secret of 160 random bits, as people type it: base32. */
export function newSecret(): string {
  return new Secret({ size: secretBytes }).base32;
}

/** What the picture holds: an app reads the secret, and whose it is, from it. */
export function keyAddress(secret: string, email: string, issuer: string): string {
  return new TOTP({ ...kind, secret, label: email, issuer }).toString();
}

/**
 * Finds the time step a code is of: the present one, or the one before or after, since clocks differ
 * and typing takes a while.
 *
 * @returns null for a code that is none of them.
 */
export function codeStep(secret: string, code: string, now = Date.now()): number | null {
  const delta = new TOTP({ ...kind, secret }).validate({ token: code, timestamp: now, window: 1 });
  return delta === null ? null : Math.floor(now / 1000 / kind.period) + delta;
}
