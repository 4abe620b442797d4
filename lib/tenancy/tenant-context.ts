import type { AppClient } from '../db/client';
import { scopedDb } from '../db/scoped-db';
import { env } from '../env';
import { tenantCache } from '../state/tenant-cache';
import { tenantState } from '../state/tenant-state';
import { asTenant } from './as-tenant';
import type { Actor, TenantContext, TenantInfo } from './tenant';

/** What a context may carry besides its tenant. */
export interface ContextOptions {
  /** The process's own pool unless given. */
  client?: AppClient;
  actor?: Actor;
  requestId?: string;
}

/**
 * Gives what domain code works with: the tenant, and the database as that tenant sees it. The tenant
 * stands in it under the name the installation chose as well (S2.6).
 */
export function tenantContext(
  tenant: TenantInfo,
  { client, ...origin }: ContextOptions = {},
): TenantContext {
  const known = asTenant(tenant);
  const named = { [env().TENANT_CONTEXT_NAME]: known };
  const db = scopedDb(tenant.id, tenant.placement, client);
  const cache = tenantCache(known, client);
  const state = (space: string) => tenantState(known, space, client);
  return { ...named, tenant: known, db, cache, state, ...origin };
}
