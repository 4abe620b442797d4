import { domains, tenants } from '../db/schema/platform';
import { type ScopedDb, scopedDb } from '../db/scoped-db';
import { current } from './context';
import type { Tenant, TenantInfo } from './tenant';

/** The tenant this code works for (S3.46). @throws NoTenantBound where none is bound. */
export function getCurrentTenant(): Tenant {
  return current().tenant;
}

/** The table of tenants. */
export function getTenantModel(): typeof tenants {
  return tenants;
}

/** The table of their domains. */
export function getDomainModel(): typeof domains {
  return domains;
}

/** Where a tenant's rows are, and the database as that tenant sees it. */
export interface TenantBackend {
  placement: 'row' | 'schema' | 'database';
  schema: string;
  db: ScopedDb;
}

/** The backend of a tenant, the one at hand unless given. */
export function getTenantBackend(tenant: TenantInfo = getCurrentTenant()): TenantBackend {
  const { id, placement, raw } = tenant;
  return { placement: raw.placement, schema: placement.schema, db: scopedDb(id, placement) };
}
