import { env } from '../env';
import { rootDomainList } from './root-domains';

/** The root domains of this installation, with their ports; the first is the main one. */
export function rootHosts(): string[] {
  const { ROOT_DOMAIN, PORT } = env();
  return rootDomainList(ROOT_DOMAIN, String(PORT)) ?? [`localhost:${PORT}`];
}

/** The same without ports, as host names are compared. */
export function rootDomains(): string[] {
  return rootHosts().map((host) => host.replace(/:\d+$/, ''));
}

/** Scheme and host of the platform itself. */
export function platformOrigin(): string {
  return originOf(rootDomains()[0] ?? 'localhost');
}

/** The port that addresses carry, with its colon, or nothing on the standard ones. */
function addressPort(): string {
  return rootHosts()[0]?.match(/:\d+$/)?.[0] ?? '';
}

/**
 * Gives scheme and host of a host name of this installation. A root domain with a port, or
 * localhost, is a machine of one's own: http. Everything else is served behind TLS.
 *
 * @param hostname - without port.
 */
export function originOf(hostname: string): string {
  const port = addressPort();
  const isLocal = port !== '' || rootDomains()[0] === 'localhost';
  return `${isLocal ? 'http' : 'https'}://${hostname}${port}`;
}

/** The host name a tenant has under the main root domain. */
export function subdomainHostname(slug: string): string {
  return `${slug}.${rootDomains()[0]}`;
}
