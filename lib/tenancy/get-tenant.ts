import { and, eq, isNotNull } from 'drizzle-orm';
import type { AppClient } from '../db/client';
import { domains, tenants } from '../db/schema/platform';
import { scopedDb } from '../db/scoped-db';
import { TenantNotFound } from '../errors';
import type { TenantInfo } from './tenant';
import { tenantInfo } from './tenant-info';

/**
 * Reads a tenant by its id, inside its own scope.
 *
 * @throws TenantNotFound when the id names no tenant that is alive.
 */
export async function getTenant(id: string, client?: AppClient): Promise<TenantInfo> {
  const tenant = await findTenant(id, client);
  if (!tenant) throw new TenantNotFound();
  return tenant;
}

/** The same, or null: a deleted tenant may still be found by a name that is cached. */
export async function findTenant(id: string, client?: AppClient): Promise<TenantInfo | null> {
  const [row] = await scopedDb(id, undefined, client).read((tx) =>
    tx
      .select({ tenant: tenants, primaryDomain: domains.hostname })
      .from(tenants)
      .leftJoin(domains, and(eq(domains.isPrimary, true), isNotNull(domains.verifiedAt))),
  );
  if (!row || row.tenant.status === 'deleted') return null;
  return tenantInfo(row.tenant, row.primaryDomain);
}
