import { createHmac, timingSafeEqual } from 'node:crypto';
import { derived } from '../auth-secret';

/** What a mailed link is for. One that was made for one purpose is nothing for every other. */
export type LinkPurpose =
  | 'register'
  | 'signup'
  | 'reset'
  | 'change-email-old'
  | 'change-email-new'
  | 'invite';

const idBytes = 16;
const shape = /^[\w-]{64}$/;

/**
 * Makes what stands in a mailed link: the id of its row and a signature over purpose and id. It is
 * worked out again whenever it is needed, so that it is kept nowhere.
 */
export function makeLinkToken(purpose: LinkPurpose, id: string): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  return Buffer.concat([bytes, signature(purpose, bytes)]).toString('base64url');
}

/**
 * Reads a token from an address.
 *
 * @param purposes - those that are good where it was opened.
 * @returns the row's id, or null for what we have not made, or not for any of these.
 */
export function readLinkToken(
  token: string,
  purposes: readonly LinkPurpose[],
): { id: string; purpose: LinkPurpose } | null {
  if (!shape.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  const [id, signed] = [bytes.subarray(0, idBytes), bytes.subarray(idBytes)];
  const purpose = purposes.find((one) => timingSafeEqual(signature(one, id), signed));
  return purpose ? { id: uuidOf(id.toString('hex')), purpose } : null;
}

function signature(purpose: LinkPurpose, id: Buffer): Buffer {
  return createHmac('sha256', derived('one-time-link')).update(`${purpose}:`).update(id).digest();
}

function uuidOf(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
