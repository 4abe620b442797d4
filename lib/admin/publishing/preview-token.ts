import { createHmac, timingSafeEqual } from 'node:crypto';
import { derived } from '../../auth/auth-secret';

const keptSeconds = 7 * 86_400;
const shape = /^([\w-]{22})\.([0-9a-z]{6,9})\.([\w-]{43})$/;

/**
 * Makes what stands in the address of a preview (D15): a post, the time until when, and a signature
 * over both and the tenant. Kept nowhere; whoever has the address may read that one post until then.
 */
export function makePreviewToken(tenantId: string, postId: string, now = Date.now()): string {
  const id = Buffer.from(postId.replaceAll('-', ''), 'hex').toString('base64url');
  const until = (Math.floor(now / 1000) + keptSeconds).toString(36);
  return `${id}.${until}.${signature(tenantId, id, until)}`;
}

/**
 * Reads a token from an address.
 *
 * @returns the post and when the address ends; null for what was not made here, for this tenant.
 */
export function readPreviewToken(
  tenantId: string,
  token: string,
  now = Date.now(),
): { postId: string; until: Date; isOver: boolean } | null {
  const [, id = '', until = '', signed = ''] = shape.exec(token) ?? [];
  const expected = Buffer.from(signature(tenantId, id, until));
  const given = Buffer.from(signed);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const seconds = Number.parseInt(until, 36);
  const hex = Buffer.from(id, 'base64url').toString('hex');
  const postId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { postId, until: new Date(seconds * 1000), isOver: now / 1000 > seconds };
}

function signature(tenantId: string, id: string, until: string): string {
  return createHmac('sha256', derived('post-preview'))
    .update(`${tenantId}:${id}:${until}`)
    .digest('base64url');
}
