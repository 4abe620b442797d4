const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const hostName = new RegExp(`^${label}(?:\\.${label})*$`);

/**
 * Normalises a Host header, strictly: anything that is not plainly a DNS name is refused, since
 * whatever passes becomes part of an internal path (notes N1 and N2).
 *
 * @param raw - the header as received, or null.
 * @returns the name in lower case without port and without one trailing dot; null for anything
 *   malformed: empty labels, IP literals, brackets, percent signs, a label over 63 or a name over
 *   253 characters, two ports.
 */
export function parseHost(raw: string | null | undefined): string | null {
  // Before lower case: some letters beyond ASCII, the Kelvin sign for one, become plain ones by it.
  if (!raw || raw.length > 260 || !/^[\x21-\x7e]+$/.test(raw)) return null;
  const name = raw
    .toLowerCase()
    .replace(/:\d{1,5}$/, '')
    .replace(/\.$/, '');
  if (name.length > 253 || !hostName.test(name)) return null;
  const last = name.slice(name.lastIndexOf('.') + 1);
  return /^\d+$/.test(last) || /^0x/.test(last) ? null : name;
}

/** True for the names under which only this machine is meant. */
export function isLoopback(raw: string | null): boolean {
  const name = (raw ?? '').replace(/:\d+$/, '').toLowerCase();
  return name === 'localhost' || name === '127.0.0.1' || name === '[::1]';
}

/**
 * Picks the host a request was made to. Next fetches its own redirect targets from
 * `localhost:PORT` with the real host in x-forwarded-host, so that header counts when the
 * connection's own host is loopback, or when TRUST_PROXY says a proxy sets it (C1).
 *
 * @returns the raw host; parse it before use.
 */
export function requestedHost(headers: Headers, trustProxy: boolean): string | null {
  const own = headers.get('host');
  const forwarded = headers.get('x-forwarded-host');
  return forwarded && (trustProxy || isLoopback(own)) ? forwarded : own;
}
