import { EncryptJWT, jwtDecrypt } from 'jose';
import { derived } from '../auth-secret';

/**
 * Seals a value for a cookie: nobody else can read it or make one.
 *
 * @param purpose - what it is for; sealed for one purpose it is noise for every other.
 */
export function sealValue(
  purpose: string,
  value: Record<string, unknown>,
  seconds: number,
): Promise<string> {
  return new EncryptJWT({ value })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
    .encrypt(keyFor(purpose));
}

/** Opens it; null for anything else, and when its time is over. */
export async function openValue(purpose: string, sealed: string | undefined): Promise<unknown> {
  if (!sealed || sealed.length > 4096) return null;
  const algorithms = {
    keyManagementAlgorithms: ['dir'],
    contentEncryptionAlgorithms: ['A256GCM'],
    requiredClaims: ['exp'],
  };
  try {
    return (await jwtDecrypt(sealed, keyFor(purpose), algorithms)).payload.value;
  } catch {
    return null;
  }
}

function keyFor(purpose: string): Uint8Array {
  return derived(`sealed:${purpose}`);
}
