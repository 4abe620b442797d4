import type { ScopedDb } from '../db/scoped-db';
import type { Actor, TenantInfo } from '../tenancy/tenant';

/** What the verbs of domains work with: whose they are, the database as that tenant sees it, who acts. */
export interface DomainContext {
  tenant: Pick<TenantInfo, 'id' | 'slug'>;
  db: Pick<ScopedDb, 'read' | 'write'>;
  actor?: Actor;
  requestId?: string;
}
