import { rootDomainList } from './tenancy/root-domains';

/** What middleware needs to know of the environment. It cannot carry zod or node modules. */
export interface EdgeEnv {
  /** Host names without port under which tenants live, as in ['example.com']. */
  rootDomains: string[];
  /** The same with their ports, for building addresses. */
  rootHosts: string[];
  trustProxy: boolean;
  resolvers: string[];
  excludedSubdomains: string[];
  /** `next dev` needs eval in its scripts. */
  development: boolean;
}

/**
 * Reads the environment at run time: one build serves any values (measured: the edge sandbox sees
 * the variables of `next start`, and PORT is the port in use).
 */
export function edgeEnv(): EdgeEnv {
  const port = process.env.PORT ?? '3000';
  const rootHosts = rootDomainList(process.env.ROOT_DOMAIN, port) ?? [`localhost:${port}`];
  return {
    rootHosts,
    rootDomains: rootHosts.map((host) => host.replace(/:\d+$/, '')),
    trustProxy: ['1', 'true'].includes(process.env.TRUST_PROXY ?? ''),
    resolvers: list(process.env.TENANT_RESOLVER, 'domain,subdomain'),
    excludedSubdomains: list(process.env.TENANT_SUBDOMAIN_EXCLUDE, 'www,api,admin'),
    development: process.env.NODE_ENV === 'development',
  };
}

function list(value: string | undefined, fallback: string): string[] {
  return (value || fallback).split(',').map((part) => part.trim());
}
