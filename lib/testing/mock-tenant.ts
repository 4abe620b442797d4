import { poolSchema } from '../db/roles';
import type { tenants } from '../db/schema/platform';
import { asTenant } from '../tenancy/as-tenant';
import type { Tenant } from '../tenancy/tenant';
import { tenantInfo } from '../tenancy/tenant-info';

type Row = typeof tenants.$inferSelect;

interface MockTenant extends Partial<Row> {
  /** Its primary domain, if it has one. */
  domain?: string;
}

/**
 * A tenant for unit tests, that no database knows (S2.49). What you do not give is that of a plain
 * new one; `settings` are taken as if they stood in its row. `runAsTenant(mockTenant(), ...)` binds it.
 */
export function mockTenant({ domain, ...given }: MockTenant = {}): Tenant {
  const now = new Date('2026-01-01T00:00:00.000Z');
  const row: Row = {
    ...{ id: '00000000-0000-4000-8000-0000000000ac', slug: 'acme', name: 'ACME' },
    ...{ status: 'active', ownerId: '00000000-0000-4000-8000-00000000ada0' },
    ...{ settings: {}, metadata: {}, placement: 'row', schemaName: poolSchema, schemaVersion: 0 },
    ...{ suspendedAt: null, maintenance: null, deletedAt: null, purgeAt: null },
    ...{ beforeDeletion: null, createdAt: now, updatedAt: now },
    ...given,
  };
  return asTenant(tenantInfo(row, domain ?? null));
}
