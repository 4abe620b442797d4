import type { ScopedTx } from './scoped-tx';

/** A transaction that sees the platform's tables across tenants. */
export type PlatformTx = ScopedTx & {
  /**
   * Goes on inside the same transaction as one tenant: its own tables, and nobody else's rows.
   *
   * @param tenantId - one in the shared schema, which may have been made in this transaction.
   */
  inTenant<T>(tenantId: string, fn: (tx: ScopedTx) => Promise<T>): Promise<T>;
};

/**
 * The database as the platform sees it: the console by the session of a superuser, the CLI by the
 * owner's address.
 */
export interface PlatformDb {
  /** Runs in a read-only transaction. */
  read<T>(fn: (tx: PlatformTx) => Promise<T>): Promise<T>;
  /** Runs in one transaction; returns after COMMIT. */
  write<T>(fn: (tx: PlatformTx) => Promise<T>): Promise<T>;
}
