import { actionPath } from './action-path';
import { parseHost } from './host';
import { readBypass } from './maintenance/bypass-token';
import { platformHosts } from './platform-hosts';
import { isOnEveryHost, isPlatformPath } from './platform-segments';
import type { FoundTenant } from './resolvers/chained-resolver';
import { getTenantResolver } from './resolvers/get-tenant-resolver';
import type { ResolverConfig } from './resolvers/resolver-config';
import { isSlug, type TenantKey, tenantSegment } from './tenant-key';

export interface IncomingRequest {
  /** The host as asked for, unparsed. */
  host: string | null;
  /** The path as Next normalised it, with its leading slash. */
  path: string;
  headers: Headers;
}

/**
 * Where a request goes. `path` is internal and never shown. `key` on a platform path is whose host
 * it is, for what is the same on every host; `by` names the resolver that found it.
 */
export type Routing =
  | { kind: 'platform'; path?: string; key?: TenantKey; by?: string }
  | { kind: 'tenant'; path: string; key: TenantKey; by: string }
  | { kind: 'without-www' }
  | { kind: 'unknown-host' }
  | { kind: 'unknown-path' };

/**
 * Decides whose request this is, without any I/O.
 * It never fails for what a client sent: what it does not understand is unknown, and unknown is 404.
 */
export async function routeRequest(
  request: IncomingRequest,
  config: ResolverConfig,
): Promise<Routing> {
  const isEverywhere = isOnEveryHost(request.path);
  const host = parseHost(request.host);
  // Probes of a load balancer come with an address for a name.
  if (host === null) return { kind: isEverywhere ? 'platform' : 'unknown-host' };
  const withoutWww = host.startsWith('www.') ? host.slice(4) : null;
  if (withoutWww && config.rootDomains.includes(withoutWww) && !isEverywhere) {
    return { kind: 'without-www' };
  }
  const path = actionPath(request, config.rootDomains.includes(host) ? config : null);
  const found = await withBypass(await find({ host, path, headers: request.headers }, config), {
    headers: request.headers,
    config,
  });
  if (isEverywhere) return { kind: 'platform', ...(typeof found === 'string' ? {} : found) };
  if (found === 'platform') return { kind: isPlatformPath(path) ? 'platform' : 'unknown-path' };
  if (found === 'nobody') return { kind: 'unknown-host' };
  return tenantRouting(path, found);
}

type Request = { host: string; path: string; headers: Headers };

async function find(
  request: Request,
  config: ResolverConfig,
): Promise<FoundTenant | 'platform' | 'nobody'> {
  const { defaultTenant, rootDomains } = config;
  // Where the root host is a tenant's, the platform itself stays under a name of its own.
  const isPlatform = platformHosts(config).includes(request.host);
  if (isPlatform && defaultTenant) return 'platform';
  const found = await getTenantResolver(config).resolve(request);
  if (found === 'stop') return 'nobody';
  if (found !== 'pass') return found;
  if (!rootDomains.includes(request.host)) return 'nobody';
  if (!defaultTenant || !isSlug(defaultTenant)) return 'platform';
  return { key: { kind: 'slug', slug: defaultTenant }, by: 'default' };
}

/** Adds to the key what the link of a maintenance has proved. */
async function withBypass(
  found: FoundTenant | 'platform' | 'nobody',
  { headers, config }: { headers: Headers; config: ResolverConfig },
): Promise<typeof found> {
  if (typeof found === 'string' || !headers.has('cookie')) return found;
  const bypass = await readBypass(headers, config);
  return bypass ? { ...found, key: { ...found.key, bypass } } : found;
}

function tenantRouting(path: string, { key, by }: FoundTenant): Routing {
  const inner = key.prefix ? path.slice(key.prefix.length) || '/' : path;
  if (isOnEveryHost(inner)) return { kind: 'platform', path: inner, key, by };
  return { kind: 'tenant', key, by, path: `/${tenantSegment(key)}${inner === '/' ? '' : inner}` };
}
