import { appRole, consoleRole, ownerRole, platformSchema, poolSchema } from '../db/roles';
import { domains, tenants } from '../db/schema/platform';
import { env } from '../env';
import { rootHosts } from './tenant-address';

/** All that tenancy is set up with (S3.28, S3.29), in one place. */
export interface TenancyConfig {
  /** The tables that tenants and their domains are in. */
  tables: { tenant: typeof tenants; domain: typeof domains };
  /** Host of the platform itself, with its port: the first root domain. */
  publicHost: string;
  /** Every root domain under which tenants have their slugs. */
  rootHosts: string[];
  /** Names for the root host and for the platform as a whole. No tenant may have them as a slug. */
  publicTenantName: string;
  masterTenantName: string;
  /** How a tenant is found, in this order. */
  resolvers: string[];
  excludedSubdomains: string[];
  db: {
    /** Roles of one database: who owns it, who serves, and who serves the console. */
    master: string;
    public: string;
    console: string;
    /** Where the platform's tables are, and the rows of tenants without a schema of their own. */
    masterSchema: string;
    defaultSchema: string;
  };
  /** What tags of cached reads begin with: the platform's, and a tenant's before its id. */
  cache: { master: string; tenant: string };
}

/** Reads it from the environment, which was checked when it was parsed. */
export function tenancyConfig(): TenancyConfig {
  const { PUBLIC_TENANT_NAME, MASTER_TENANT_NAME } = env();
  const roots = rootHosts();
  return {
    tables: { tenant: tenants, domain: domains },
    publicHost: roots[0] ?? 'localhost',
    rootHosts: roots,
    publicTenantName: PUBLIC_TENANT_NAME,
    masterTenantName: MASTER_TENANT_NAME,
    resolvers: list(env().TENANT_RESOLVER),
    excludedSubdomains: list(env().TENANT_SUBDOMAIN_EXCLUDE),
    db: {
      ...{ master: ownerRole, public: appRole, console: consoleRole },
      ...{ masterSchema: platformSchema, defaultSchema: poolSchema },
    },
    cache: { master: 'platform:', tenant: 't:' },
  };
}

function list(value: string): string[] {
  return value.split(',').filter((part) => part !== '');
}
