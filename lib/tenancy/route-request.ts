import { parseHost } from './host';
import { isOnEveryHost, isPlatformPath } from './platform-segments';
import { resolveTenantKey } from './resolvers/resolver-chain';
import { type TenantKey, tenantSegment } from './tenant-key';

export interface RoutingConfig {
  rootDomains: string[];
  resolvers: string[];
  excludedSubdomains: string[];
}

export interface IncomingRequest {
  /** The host as asked for, unparsed. */
  host: string | null;
  /** The path as Next normalised it, with its leading slash. */
  path: string;
  headers: Headers;
}

/** Where a request goes. `path` is internal and never shown. */
export type Routing =
  | { kind: 'platform' }
  | { kind: 'tenant'; path: string; key: TenantKey }
  | { kind: 'without-www' }
  | { kind: 'unknown-host' }
  | { kind: 'unknown-path' };

/**
 * Decides, by string work alone, whose request this is.
 * It never fails: what it does not understand is unknown, and unknown is a 404.
 */
export function routeRequest(request: IncomingRequest, config: RoutingConfig): Routing {
  // Before the host is looked at: probes of a load balancer come with an address for a name.
  if (isOnEveryHost(request.path)) return { kind: 'platform' };
  const host = parseHost(request.host);
  if (host === null) return { kind: 'unknown-host' };
  if (config.rootDomains.includes(host)) {
    return { kind: isPlatformPath(request.path) ? 'platform' : 'unknown-path' };
  }
  const withoutWww = host.startsWith('www.') ? host.slice(4) : null;
  if (withoutWww && config.rootDomains.includes(withoutWww)) {
    return { kind: 'without-www' };
  }
  const key = resolveTenantKey(config.resolvers, { ...request, host }, config);
  if (key === null) return { kind: 'unknown-host' };
  const path = publicPath(request);
  const rest = path === '/' ? '' : path;
  return { kind: 'tenant', key, path: `/${tenantSegment(key)}${rest}` };
}

/**
 * Next passes a Server Action on to a page that knows it, by the name of the page's file
 * (`/[tenant]/login`). Whose action it is, the host says as ever: the placeholder goes, and what is
 * left is a path like any other (C1).
 */
function publicPath({ path, headers }: IncomingRequest): string {
  if (!headers.has('x-action-forwarded') || !headers.has('next-action')) return path;
  return path.replace(/^\/(\[tenant\]|%5Btenant%5D)(?=\/|$)/i, '') || '/';
}
