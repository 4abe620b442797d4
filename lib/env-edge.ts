import { type ResolverConfig, usualResolving } from './tenancy/resolvers/resolver-config';
import { rootDomainList } from './tenancy/root-domains';

/** What middleware needs to know of the environment. It cannot carry zod or node modules. */
export interface EdgeEnv extends ResolverConfig {
  /** The root domains with their ports, for building addresses. */
  rootHosts: string[];
  trustProxy: boolean;
  /** Where the embedded realtime server listens on this machine; null where there is none. */
  realtimePort: string | null;
  /** `next dev` needs eval in its scripts. */
  development: boolean;
}

/**
 * Reads the environment at run time: one build serves any values (measured: the edge sandbox sees
 * the variables of `next start`, and PORT is the port in use). Shapes were checked at start.
 */
export function edgeEnv(): EdgeEnv {
  const port = process.env.PORT ?? '3000';
  const usual = usualResolving;
  const rootHosts = rootDomainList(process.env.ROOT_DOMAIN, port) ?? [`localhost:${port}`];
  return {
    rootHosts,
    rootDomains: rootHosts.map((host) => host.replace(/:\d+$/, '')),
    trustProxy: ['1', 'true'].includes(process.env.TRUST_PROXY ?? ''),
    resolvers: list(process.env.TENANT_RESOLVER) ?? usual.resolvers,
    excludedSubdomains: list(process.env.TENANT_SUBDOMAIN_EXCLUDE) ?? usual.excludedSubdomains,
    pathPosition: Number(process.env.TENANT_PATH_POSITION || usual.pathPosition),
    pathExclude: list(process.env.TENANT_PATH_EXCLUDE) ?? usual.pathExclude,
    tenantHeader: process.env.TENANT_HEADER || usual.tenantHeader,
    sessionKey: process.env.TENANT_SESSION_KEY || usual.sessionKey,
    jwtClaim: process.env.TENANT_JWT_CLAIM || usual.jwtClaim,
    customResolver: process.env.TENANT_CUSTOM_RESOLVER ?? '',
    defaultTenant: process.env.TENANT_DEFAULT ?? '',
    authSecret: process.env.AUTH_SECRET ?? '',
    port,
    realtimePort: process.env.TENANTRY_REALTIME_PORT || null,
    development: process.env.NODE_ENV === 'development',
  };
}

function list(value: string | undefined): string[] | null {
  return value ? value.split(',').map((part) => part.trim()) : null;
}
