import { presenceStore } from './presence-stores';
import { TenantPresence } from './tenant-presence';

// Presence by the names other frameworks give it (S2.54). Each is a TenantPresence with all of its
// methods. State has backends of the same names, in lib/state/tenant-backends.ts.

/** Who is where, kept as PRESENCE_BACKEND says: `TenantPresenceManager.forTenant(id)` (S2.35). */
export const TenantPresenceManager = TenantPresence;

/** The same as a function, there `get_tenant_presence_backend`. */
export function getTenantPresenceBackend(tenantId: string): TenantPresence {
  return TenantPresence.forTenant(tenantId);
}

/** Kept in this process (S2.50). */
export class TenantAwareMemoryBackend extends TenantPresence {
  constructor(tenantId: string) {
    super(tenantId, { store: presenceStore('memory') });
  }
}

/** Kept in PostgreSQL. */
export class TenantAwarePostgresBackend extends TenantPresence {
  constructor(tenantId: string) {
    super(tenantId, { store: presenceStore('postgres') });
  }
}

/** Kept in Redis (S2.7). */
export class TenantAwareRedisBackend extends TenantPresence {
  constructor(tenantId: string) {
    super(tenantId, { store: presenceStore('redis') });
  }
}
