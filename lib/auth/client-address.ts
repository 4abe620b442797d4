/**
 * The address of the client, for limits and for the list of one's sessions. What clients claim was
 * dropped when the request came in; the last hop is the connection's own address, or what the
 * trusted proxy saw.
 */
export function clientAddress(headers: Headers): string {
  const hops = (headers.get('x-forwarded-for') ?? '').split(',');
  const address = (hops.at(-1) ?? '').trim().replace(/^::ffff:/, '');
  return address.slice(0, 64) || 'unknown';
}
