import { env } from '../env';
import { edgeEnv } from '../env-edge';
import { platformHosts } from './platform-hosts';
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
  return originOf(platformHosts(edgeEnv())[0] ?? 'localhost');
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

/** Where a tenant without a domain of its own lives: the host name, and the beginning of the path. */
export function homeOf(slug: string): { hostname: string; path: string } {
  const { resolvers, defaultTenant, pathPosition } = edgeEnv();
  const root = rootDomains()[0] ?? 'localhost';
  if (slug === defaultTenant) return { hostname: root, path: '' };
  if (resolvers.includes('subdomain')) return { hostname: subdomainHostname(slug), path: '' };
  if (!resolvers.includes('path')) return { hostname: root, path: '' };
  // Whatever stands before the name is nobody's; of our own links it is this.
  return { hostname: root, path: `${'/t'.repeat(pathPosition - 1)}/${slug}` };
}

/** False for a tenant that only a header, a session or a function can name. */
export function hasAddress(slug: string): boolean {
  const { resolvers, defaultTenant } = edgeEnv();
  return slug === defaultTenant || resolvers.some((name) => addressResolvers.includes(name));
}

const addressResolvers = ['subdomain', 'path'];

/** True where the root host's session may name the tenant (S2.17). */
export function sessionsNameTenants(): boolean {
  return edgeEnv().resolvers.includes('session');
}

/** Canonical address of a tenant's site: its primary domain where it has one, else its home. */
export function homeUrlOf(slug: string, primaryDomain?: string | null): string {
  if (primaryDomain) return originOf(primaryDomain);
  const { hostname, path } = homeOf(slug);
  return originOf(hostname) + path;
}

/** The host name a tenant has under the main root domain. */
export function subdomainHostname(slug: string): string {
  return `${slug}.${rootDomains()[0]}`;
}
