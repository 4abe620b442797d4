/** How tenants are found, as the environment says. Every resolver takes what it needs of it. */
export interface ResolverConfig {
  /** Host names without port under which tenants live, as in ['example.com']. */
  rootDomains: string[];
  /** Names of resolvers, in the order they are asked (S2.22). */
  resolvers: string[];
  excludedSubdomains: string[];
  /** Which segment of a path names the tenant; 1 is the first (S2.13). */
  pathPosition: number;
  /** Segments that are nobody's (S2.14). */
  pathExclude: string[];
  /** Name of the request header that names the tenant (S2.16). */
  tenantHeader: string;
  /** Claim of the root host's session cookie that names the tenant (S2.18). */
  sessionKey: string;
  /** Claim of an access token that names the tenant (S2.19). */
  jwtClaim: string;
  /** Name of one of the functions in custom-resolvers.ts, or empty (S2.21). */
  customResolver: string;
  /** Whose the root host is where nobody else was found (S2.5), or empty. */
  defaultTenant: string;
  /** What session cookies and tokens are signed with; empty where no resolver needs it. */
  authSecret: string;
  port: string;
}

/** Every name that TENANT_RESOLVER may hold. */
export const resolverNames = [
  'header',
  'subdomain',
  'domain',
  'path',
  'session',
  'custom',
] as const;

/** Resolvers whose answer does not stand in the address: no cache may keep what they lead to. */
export const unseenResolvers = ['header', 'session', 'custom'];

/** How it is unless the environment says otherwise. */
export const usualResolving: ResolverConfig = {
  rootDomains: ['localhost'],
  resolvers: ['domain', 'subdomain'],
  excludedSubdomains: ['www', 'api', 'admin'],
  pathPosition: 1,
  pathExclude: ['admin', 'api', 'static', 'media'],
  tenantHeader: 'X-Tenant-ID',
  sessionKey: 'tenant_id',
  jwtClaim: 'tid',
  customResolver: '',
  defaultTenant: '',
  authSecret: '',
  port: '3000',
};
