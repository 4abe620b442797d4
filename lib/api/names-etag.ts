/**
 * True when If-None-Match names the state something is in: nothing need be sent (RFC 9110, 13.1.2).
 * A cache on the way may have weakened the tag, and may ask for several at once.
 *
 * @param header - as it was sent; only its first 2,000 characters count.
 * @param etag - null for what cannot tell its states apart.
 */
export function namesEtag(header: string | null | undefined, etag: string | null): boolean {
  if (!header || etag === null) return false;
  const tags = header.slice(0, 2000).split(',');
  return tags.some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}
