import type { AppClient } from './client';
import { createRepository } from './repository/create-repository';
import type {
  RepositoryOptions,
  RepositoryTable,
  TenantField,
  TenantRepository,
} from './repository/tenant-repository';
import type { ScopedTx } from './scoped-tx';
import { type Placement, poolPlacement } from './tenant-scope';
import { withTenant } from './with-tenant';
import { type Queries, writeTogether } from './write-together';

/** The database as one tenant sees it. Domain code gets it as `ctx.db` and knows nothing else. */
export interface ScopedDb {
  tenantId: string;
  /** Runs in a read-only transaction bound to the tenant. */
  read<T>(fn: (tx: ScopedTx) => Promise<T>): Promise<T>;
  /** Runs in a transaction bound to the tenant; returns after COMMIT. */
  write<T>(fn: (tx: ScopedTx) => Promise<T>): Promise<T>;
  /** Sends writes that need no answer of each other, and their COMMIT, in one flight. */
  writeTogether(build: (tx: ScopedTx) => Queries): Promise<void>;
  /**
   * The same as somebody of support sees it: whatever is written says on whose behalf, and where the
   * tenant has granted no changes PostgreSQL refuses them.
   *
   * @param sessionId - of the session that acts as a member.
   */
  asSupport(sessionId: string): ScopedDb;
  /** The rows of a table by plain verbs: list, get, create, update, remove. */
  scoped<T extends RepositoryTable, F extends string = TenantField<T>>(
    table: T,
    options?: RepositoryOptions<F>,
  ): TenantRepository<T, F>;
}

/**
 * Gives the scoped database of a tenant.
 *
 * @param client - the process's own pool unless given.
 * @param support - the session of support that acts; nobody's unless given.
 */
export function scopedDb(
  tenantId: string,
  placement: Placement = poolPlacement,
  client?: AppClient,
  support?: string,
): ScopedDb {
  const options = { placement, client, support };
  const db: ScopedDb = {
    tenantId,
    read: (fn) => withTenant(tenantId, fn, options),
    write: (fn) => withTenant(tenantId, fn, { ...options, write: true }),
    writeTogether: (build) => writeTogether(tenantId, build, options),
    asSupport: (sessionId) => scopedDb(tenantId, placement, client, sessionId),
    scoped: (table, options) => createRepository(db, table, options),
  };
  return db;
}
