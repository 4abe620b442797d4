import { z } from 'zod';
import { flag, whole } from '../env-shapes';
import { customResolvers } from './resolvers/custom-resolvers';
import { resolverNames, usualResolving } from './resolvers/resolver-config';

const usual = usualResolving;
const segments = usual.pathExclude.join();
const custom = Object.keys(customResolvers);
// What a context holds already.
const takenNames = ['db', 'cache', 'state', 'can', 'actor', 'viewer', 'requestId'];
const foreignHeaders = /^(x-tenantry-|x-forwarded-|host$|cookie$|authorization$|accept$)/i;
const claim = z.string().regex(/^[a-zA-Z_]\w{0,60}$/, 'expected the name of a claim, as in tid');

/** The variables that say how tenants are found, and what each may hold (S2.3 to S2.21). */
export const tenantVariables = {
  TENANT_RESOLVER: z
    .string()
    .refine(
      isResolverChain,
      `expected some of ${resolverNames.join(', ')}, comma-separated, as in domain,subdomain`,
    )
    .default(usual.resolvers.join()),
  TENANT_REQUIRED: flag.default(true),
  TENANT_DEFAULT: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, 'expected the slug of a tenant, as in acme')
    .optional(),
  TENANT_CONTEXT_NAME: z
    .string()
    .regex(/^[a-zA-Z_]\w{0,40}$/, 'expected a name as variables have, as in tenant')
    .refine((name) => !takenNames.includes(name), `expected none of ${takenNames.join(', ')}`)
    .default('tenant'),
  TENANT_PATH_POSITION: whole(1, 5, usual.pathPosition),
  TENANT_PATH_EXCLUDE: z
    .string()
    .regex(/^[\w-]+(,[\w-]+)*$/, `expected segments, comma-separated, as in ${segments}`)
    .default(segments),
  TENANT_HEADER: z
    .string()
    .regex(/^[A-Za-z][\w-]{1,60}$/, 'expected the name of a header, as in X-Tenant-ID')
    .refine((name) => !foreignHeaders.test(name), {
      message: 'expected a header that has no other meaning, as in X-Tenant-ID',
    })
    .default(usual.tenantHeader),
  TENANT_GRACE_DAYS: whole(0, 3650, 30),
  TENANT_SESSION_KEY: claim.default(usual.sessionKey),
  TENANT_JWT_CLAIM: claim.default(usual.jwtClaim),
  TENANT_CUSTOM_RESOLVER: z
    .enum(custom, `expected a name in custom-resolvers.ts, as in ${custom[0]}`)
    .optional(),
  TENANT_SUBDOMAIN_EXCLUDE: z
    .string()
    .regex(/^[a-z0-9-]*(,[a-z0-9-]+)*$/, 'expected labels, comma-separated, as in www,api,admin')
    .default(usual.excludedSubdomains.join()),
};

type Resolvers = { TENANT_RESOLVER: string; TENANT_CUSTOM_RESOLVER?: string };

/** What one variable demands of another. */
export function checkResolvers(
  { TENANT_RESOLVER, TENANT_CUSTOM_RESOLVER }: Resolvers,
  { addIssue }: z.core.$RefinementCtx,
): void {
  if (!TENANT_RESOLVER.split(',').includes('custom') || TENANT_CUSTOM_RESOLVER) return;
  const message = `missing, since TENANT_RESOLVER has custom; as in ${custom[0]}`;
  addIssue({ code: 'custom', path: ['TENANT_CUSTOM_RESOLVER'], message });
}

/** Known resolvers, each once. */
function isResolverChain(value: string): boolean {
  const names = value.split(',').map((name) => name.trim());
  const known: readonly string[] = resolverNames;
  return names.every((name) => known.includes(name)) && new Set(names).size === names.length;
}
